import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from '../../src/store/lock.ts';
import { entryNumber, lastFinished, readLock } from '../../src/store/lock-folder.ts';
import { isDead, ownIdentity } from '../../src/store/process-identity.ts';
import { run, temporaryFolder } from '../peers.ts';

const folder = temporaryFolder();
let root = '';
let number = 0;

beforeEach(() => {
  root = join(folder, String(number++));
  fs.mkdirSync(root);
});

const none = (): number => 0;
const entries = (): string[] => fs.readdirSync(join(root, 'lock')).sort();
/** Number of a process that has been and is no more. */
const gone = (): number => Number(run(process.execPath, ['-p', 'process.pid']).stdout);

function hold(entry: string, over: Record<string, unknown>): void {
  fs.mkdirSync(join(root, 'lock'), { recursive: true });
  fs.writeFileSync(
    join(root, 'lock', entry),
    JSON.stringify({ ...ownIdentity(), since: '2026-11-20T08:00:00Z', ...over }),
  );
}

describe('acquireLock', () => {
  it('counts upwards, and leaves one entry', async () => {
    for (let i = 1; i <= 3; i++) {
      const held = await acquireLock(root, 0, none);
      expect(held.number).toBe(i);
      expect(entries()).toEqual([String(i)]);
      expect(lastFinished(root)).toBeNull();
      held.release(0);
      expect(entries()).toEqual([`${i}.free`]);
      expect(lastFinished(root)).toBe(i);
    }
  });

  it('can use up more than one number', async () => {
    (await acquireLock(root, 0, none)).release(17);
    expect(entries()).toEqual(['17.free']);
    expect((await acquireLock(root, 0, none)).number).toBe(18);
  });

  it('goes on from what the store knows when the folder is new', async () => {
    expect((await acquireLock(root, 0, () => 41)).number).toBe(42);
  });

  it('is held by one at a time, in the order of release', async () => {
    let inside = 0;
    let most = 0;
    const numbers = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const held = await acquireLock(root, 10_000, none);
        most = Math.max(most, ++inside);
        await new Promise((resolve) => setTimeout(resolve, 2));
        inside--;
        held.release(0);
        return held.number;
      }),
    );
    expect(most).toBe(1);
    expect(numbers.sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('names the holder and the way out when it waits in vain', async () => {
    await acquireLock(root, 0, none);
    await expect(acquireLock(root, 5, none)).rejects.toThrow(
      expect.objectContaining({
        code: 'store/locked',
        message: expect.stringContaining(`process ${process.pid} on ${ownIdentity().host} since 2`),
        hint: expect.stringContaining('1.free'),
      }),
    );
  });

  it('takes over from a process that is gone', async () => {
    hold('7', { pid: gone() });
    const held = await acquireLock(root, 0, none);
    expect([held.number, held.clean]).toEqual([8, false]);
    expect(entries()).toEqual(['8']);
  });

  it('takes over when another process has got the number since', async () => {
    if (ownIdentity().start === '') return expect(isDead({ ...ownIdentity(), start: '1' })).toBe(false);
    hold('7', { start: '1' });
    expect((await acquireLock(root, 0, none)).number).toBe(8);
  });

  it.each([
    ['another host', { host: 'elm.example' }],
    ['another container', { space: 'pid:[1]' }],
  ])('never takes over from %s', async (_what, over) => {
    hold('7', { pid: gone(), ...over });
    await expect(acquireLock(root, 5, none)).rejects.toThrow(expect.objectContaining({ code: 'store/locked' }));
    expect(entries()).toEqual(['7']);
  });

  it('takes over an entry cut off by a power failure, once it is old', async () => {
    hold('7', {});
    const entry = join(root, 'lock', '7');
    fs.writeFileSync(entry, '');
    await expect(acquireLock(root, 5, none)).rejects.toThrow(expect.objectContaining({ code: 'store/locked' }));
    fs.utimesSync(entry, new Date(0), new Date(0));
    expect((await acquireLock(root, 0, none)).number).toBe(8);
  });

  it('does not mistake what came too late for a holder', async () => {
    // A process that looked before `7` was released, and has just created `7` again: it will step back.
    hold('7.free', {});
    hold('7', { pid: process.pid });
    expect(readLock(root)).toMatchObject({ number: 7, free: true });
    expect((await acquireLock(root, 0, none)).number).toBe(8);
  });

  it('notices when the lock was taken away', async () => {
    const held = await acquireLock(root, 0, none);
    held.verify();
    hold('2', {});
    expect(held.verify).toThrow(expect.objectContaining({ code: 'store/locked' }));
  });

  it('clears away what killed processes have left, once it is old', async () => {
    hold('.99-0', {});
    hold('.98-0', {});
    fs.utimesSync(join(root, 'lock', '.99-0'), new Date(0), new Date(0));
    await acquireLock(root, 0, none);
    expect(entries()).toEqual(['.98-0', '1']);
  });
});

describe('entryNumber', () => {
  it.each([
    ['7', 7],
    ['7.free', 7],
    ['0', 0],
    ['07', 0],
    ['7.freed', 0],
    ['-7', 0],
    ['.7', 0],
    ['9'.repeat(30), 0],
  ])('%s counts as %d', (name, expected) => {
    expect(entryNumber(name)).toBe(expected);
  });
});
