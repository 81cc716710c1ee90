import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readUserFile } from '../../src/store/user-file.ts';
import { itWith, temporaryFolder } from '../peers.ts';

const folder = temporaryFolder();
const code = (value: string, message = '') =>
  expect.objectContaining({ code: value, message: expect.stringContaining(message) });
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function file(name: string, content: string): string {
  const path = join(folder, name);
  fs.writeFileSync(path, content);
  return path;
}

describe('a file of the user', () => {
  it('is read whole up to the limit, and not beyond', () => {
    const path = file('a', 'x'.repeat(100_000));
    expect(readUserFile(path, 100_000)).toHaveLength(100_000);
    expect(() => readUserFile(path, 99_999)).toThrow(code('file/too-large'));
    expect(readUserFile(file('empty', ''), 10)).toHaveLength(0);
  });

  it('is told from what is none', () => {
    expect(() => readUserFile(join(folder, 'none'), 10)).toThrow(code('file/absent'));
    expect(() => readUserFile(join(file('b', 'x'), 'c'), 10)).toThrow(code('file/absent'));
    expect(() => readUserFile(folder, 10)).toThrow(code('file/unreadable', 'is a folder'));
    fs.symlinkSync('circle', join(folder, 'circle'));
    expect(() => readUserFile(join(folder, 'circle'), 10)).toThrow(code('file/unreadable', 'circle'));
  });

  it('may be a link, unless that is refused', () => {
    fs.symlinkSync(file('target', 'x'), join(folder, 'link'));
    expect(text(readUserFile(join(folder, 'link'), 10))).toBe('x');
    expect(() => readUserFile(join(folder, 'link'), 10, { noLink: true })).toThrow(code('file/unreadable', 'link'));
  });

  it.skipIf(process.platform !== 'linux')('is not believed when it says that it has no size', () => {
    expect(fs.statSync('/proc/self/status').size).toBe(0);
    expect(text(readUserFile('/proc/self/status', 1024 * 1024))).toContain('Pid:');
    expect(() => readUserFile('/proc/self/status', 100)).toThrow(code('file/too-large'));
  });
});

describe.skipIf(process.platform === 'win32')('what only looks like a file', () => {
  it('without an end, is refused', () => {
    fs.symlinkSync('/dev/zero', join(folder, 'zero'));
    for (const path of ['/dev/zero', join(folder, 'zero')]) {
      expect(() => readUserFile(path, 10)).toThrow(code('file/unreadable', 'not a regular file'));
    }
  });

  itWith(['mkfifo'], 'a pipe is read as far as it was written, waits for nobody, and has its limit', () => {
    const path = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    expect(() => readUserFile(path, 10)).toThrow(code('file/unreadable', 'nobody'));
    expect(() => readUserFile(path, 10, { noPipe: true })).toThrow(code('file/unreadable', 'not a regular file'));
    // Both ends in one: the writer is there, and says no more.
    const writer = fs.openSync(path, fs.constants.O_RDWR | fs.constants.O_NONBLOCK);
    fs.writeSync(writer, 'hello world');
    expect(() => readUserFile(path, 10, { patience: 0 })).toThrow(code('file/too-large'));
    fs.writeSync(writer, 'again');
    expect(() => readUserFile(path, 10, { patience: 0 })).toThrow(code('file/unreadable', 'EAGAIN'));
    fs.closeSync(writer);
  });
});
