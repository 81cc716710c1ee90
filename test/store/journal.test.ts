import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { put } from '../../src/core/change.ts';
import { planChanges } from '../../src/store/change-plan.ts';
import { carryOutWhole, type Plan } from '../../src/store/journal.ts';
import { isPending, recover } from '../../src/store/recovery.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';
import { certificate, commit, ENTRY, keyEntry, ring, TCPCS } from './samples.ts';

/** Calls of node:fs that fail: by name of the call, the end of the path, and the code. */
const failing = vi.hoisted(
  () => new Map<string, { readonly path: RegExp; readonly code: string; after: number; half?: boolean }>(),
);

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>();
  const wrapped = (name: 'renameSync' | 'writeFileSync' | 'writeSync' | 'linkSync' | 'unlinkSync') => {
    const call = real[name] as (...args: unknown[]) => unknown;
    return (...args: unknown[]): unknown => {
      const rule = failing.get(name);
      const path = name === 'writeSync' ? '' : args.slice(0, 2).join(' ');
      if (rule?.path.test(path) && rule.after-- <= 0) {
        if (rule.half) call(...args);
        throw Object.assign(new Error(rule.code), { code: rule.code });
      }
      return call(...args);
    };
  };
  const mocked = {
    ...real,
    renameSync: wrapped('renameSync'),
    writeFileSync: wrapped('writeFileSync'),
    writeSync: wrapped('writeSync'),
    linkSync: wrapped('linkSync'),
    unlinkSync: wrapped('unlinkSync'),
  };
  return { ...mocked, default: mocked };
});

const folder = temporaryFolder();
let root = '';
let store: Store;
let number = 0;

beforeEach(async () => {
  failing.clear();
  root = join(folder, String(number++));
  store = await openStore(root, { create: true });
});

const CHANGES = [
  put(certificate('A', { keyId: 'k1', rings: [{ owner: 'TCPCS', name: 'R' }] })),
  put(keyEntry('k1')),
  put(ring('R', { connections: [{ owner: TCPCS, label: 'A', usage: 'PERSONAL', default: true }] })),
];

function plan(changes = CHANGES): Plan {
  return planChanges(root, 1, changes, ENTRY);
}

/** All files of the store but lock and journal, with their content. */
function snapshot(at = root): Record<string, string> {
  const found: Record<string, string> = {};
  const visit = (path: string): void => {
    for (const each of fs.readdirSync(join(at, path), { withFileTypes: true })) {
      const inner = path === '' ? each.name : `${path}/${each.name}`;
      if (inner === 'lock' || inner === 'journal') continue;
      if (each.isDirectory()) visit(inner);
      else found[inner] = fs.readFileSync(join(at, inner), 'utf8');
    }
  };
  visit('');
  return found;
}

async function whole(): Promise<Record<string, string>> {
  const other = join(folder, `whole-${number}`);
  const reference = await openStore(other, { create: true });
  await commit(reference, CHANGES);
  return snapshot(other);
}

describe('a commit interrupted at any rename or write', () => {
  it.each(Array.from({ length: 4 }, (_, i) => i))('is finished later when %d files had been moved', async (after) => {
    const expected = await whole();
    failing.set('renameSync', { path: /journal\/1-/, code: 'EIO', after });
    await expect(carryOutWhole(root, plan())).rejects.toThrow(
      expect.objectContaining({ code: 'store/io', hint: expect.stringContaining('will be finished') }),
    );
    failing.clear();
    expect(isPending(root)).toBe(true);
    if (after > 2) await recover(root);
    else await openStore(root);
    expect(isPending(root)).toBe(false);
    expect(snapshot()).toEqual(expected);
  });

  it('is finished only once, however often the finishing is interrupted', async () => {
    const expected = await whole();
    failing.set('renameSync', { path: /journal\/1-/, code: 'EIO', after: 1 });
    await expect(carryOutWhole(root, plan())).rejects.toThrow();
    const interruptions = [
      ['unlinkSync', { path: /journal\/1\.json/, code: 'EIO', after: 0 }],
      // One of the lines added to the index is in, the others not.
      ['writeSync', { path: /^/, code: 'EIO', after: 1 }],
    ] as const;
    for (const [call, rule] of interruptions) {
      failing.clear();
      failing.set(call, { ...rule });
      await expect(recover(root)).rejects.toThrow();
    }
    failing.clear();
    expect(await recover(root)).toBe(2);
    expect(snapshot()).toEqual(expected);
    expect(await recover(root)).toBe(0);
    expect(snapshot()).toEqual(expected);
  });

  it('has not happened when the disk was full before it was written down', async () => {
    const before = snapshot();
    for (let after = 0; after < 4; after++) {
      failing.set('writeFileSync', { path: /^\d+ /, code: 'ENOSPC', after });
      await expect(commit(store, CHANGES)).rejects.toThrow(
        expect.objectContaining({ code: 'store/full', hint: expect.stringContaining('as it was') }),
      );
      failing.clear();
      expect(fs.readdirSync(join(root, 'journal'))).toEqual([]);
      expect(snapshot()).toEqual(before);
    }
    await commit(store, CHANGES);
    expect((await store.check()).problems).toEqual([]);
  });

  it('has not happened when the journal is torn', async () => {
    const before = snapshot();
    for (const keep of [0, 1, 33, 100, -2]) {
      failing.set('renameSync', { path: /journal\/1-/, code: 'EIO', after: 0 });
      await expect(carryOutWhole(root, plan())).rejects.toThrow();
      failing.clear();
      const journal = join(root, 'journal/1.json');
      fs.writeFileSync(journal, fs.readFileSync(journal, 'utf8').slice(0, keep));
      await openStore(root);
      expect(isPending(root)).toBe(false);
      expect(snapshot()).toEqual(before);
    }
  });

  it('has not happened when a new content never reached the disk', async () => {
    const before = snapshot();
    for (const damage of [(path: string) => fs.truncateSync(path, 0), (path: string) => fs.rmSync(path)]) {
      failing.set('renameSync', { path: /journal\/1-/, code: 'EIO', after: 0 });
      await expect(carryOutWhole(root, plan())).rejects.toThrow();
      failing.clear();
      damage(join(root, 'journal/1-1'));
      await openStore(root);
      expect(isPending(root)).toBe(false);
      expect(snapshot()).toEqual(before);
    }
  });

  it('is left alone while the process that does it lives', async () => {
    failing.set('renameSync', { path: /journal\/1-/, code: 'EIO', after: 1 });
    await expect(commit(store, CHANGES)).rejects.toThrow();
    failing.clear();
    fs.renameSync(join(root, 'lock/1.free'), join(root, 'lock/1'));
    await openStore(root);
    expect(isPending(root)).toBe(true);
    fs.renameSync(join(root, 'lock/1'), join(root, 'lock/1.free'));
    await openStore(root, { readOnly: true });
    expect(isPending(root)).toBe(true);
    // The next commit finishes it first, and goes on counting behind it.
    expect(await commit(store, [put(ring('S'))])).toBeGreaterThan(2);
    expect(await store.view().certificate(TCPCS, 'A')).not.toBeNull();
    expect(await store.history(10)).toHaveLength(2);
    expect((await store.check()).problems).toEqual([]);
  });
});

describe('an interrupted commit that cannot be finished', () => {
  it.each([
    ['there is no room for a lock', 'writeFileSync', { path: /lock/, code: 'ENOSPC' }],
    ['a file may not be written to', 'writeSync', { path: /^/, code: 'EPERM' }],
    ['a file cannot be put in its place', 'renameSync', { path: /journal\/\d+-/, code: 'EIO' }],
  ] as const)('keeps nobody from reading when %s; the next change says so', async (_why, call, rule) => {
    await commit(store, [put(ring('BEFORE'))]);
    failing.set('renameSync', { path: /journal\/\d+-/, code: 'EIO', after: 0 });
    await expect(commit(store, CHANGES)).rejects.toThrow();
    failing.clear();
    failing.set(call, { ...rule, after: 0 });
    const reader = await openStore(root);
    expect(await reader.view().ring('TCPCS', 'BEFORE')).not.toBeNull();
    expect((await reader.info()).pending).toBe(true);
    expect((await reader.check()).problems).toContainEqual(expect.objectContaining({ file: 'journal' }));
    expect(await reader.history(10)).not.toEqual([]);
    failing.set(call, { ...rule, after: 0 });
    await expect(commit(reader, [put(ring('S'))])).rejects.toThrow(
      expect.objectContaining({
        message: expect.stringContaining('an earlier change is written down'),
        hint: expect.not.stringContaining('as it was'),
      }),
    );
    failing.clear();
    await commit(reader, [put(ring('S'))]);
    expect(await reader.view().certificate(TCPCS, 'A')).not.toBeNull();
    expect((await reader.check()).problems).toEqual([]);
  });
});

describe('a journal that came with somebody else\u2019s store', () => {
  it.each([
    '../outside.json',
    'certificates/../../outside.json',
    '/tmp/outside.json',
    'keys/a/b/c.json',
    'lock/1',
    'certificates',
  ])('moves nothing to %s', async (file) => {
    const mine = await import('../../src/store/hash.ts');
    const body = JSON.stringify({
      through: 1,
      moves: [{ file, ready: null, fingerprint: '' }],
      additions: [{ file, at: 0, text: 'x' }],
    });
    fs.writeFileSync(join(root, 'journal/1.json'), `${mine.hash(body)}\n${body}\n`);
    const outside = join(folder, 'outside.json');
    fs.writeFileSync(outside, 'precious');
    await openStore(root);
    expect(isPending(root)).toBe(false);
    expect(fs.readFileSync(outside, 'utf8')).toBe('precious');
  });
});

describe('a store that cannot be made', () => {
  it('leaves no file half written', async () => {
    const other = join(folder, `full-${number}`);
    failing.set('writeFileSync', { path: /\.new-/, code: 'ENOSPC', after: 1, half: true });
    await expect(openStore(other, { create: true })).rejects.toThrow(expect.objectContaining({ code: 'store/full' }));
    failing.clear();
    expect(fs.readdirSync(other).filter((name) => name.startsWith('.new-'))).toEqual([]);
    await openStore(other, { create: true });
  });
});

describe('a folder that may not be written to', () => {
  it.each(['EACCES', 'EROFS', 'EPERM'])('is said by name (%s), and reading goes on', async (code) => {
    await commit(store, CHANGES);
    failing.set('writeFileSync', { path: /lock/, code, after: 0 });
    await expect(commit(store, [put(ring('S'))])).rejects.toThrow(
      expect.objectContaining({ code: 'store/read-only', hint: expect.any(String) }),
    );
    const again = await openStore(root);
    expect(await again.view().certificate(TCPCS, 'A')).not.toBeNull();
    failing.clear();
    await commit(again, [put(ring('S'))]);
  });

  it('works where a file system has no links', async () => {
    failing.set('linkSync', { path: /lock/, code: 'EPERM', after: 0 });
    await commit(store, CHANGES);
    await commit(store, [put(ring('S'))]);
    expect((await store.check()).problems).toEqual([]);
  });
});
