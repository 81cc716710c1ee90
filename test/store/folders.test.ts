import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolders, realPlace } from '../../src/store/folders.ts';
import { temporaryFolder } from '../peers.ts';

const folder = fs.realpathSync(temporaryFolder());
const code = (value: string) => expect.objectContaining({ code: value });

describe('makeFolders', () => {
  it('makes what is missing, and says where that begins', () => {
    expect(makeFolders(join(folder, 'a/b/c'), 0o700)).toBe(join(folder, 'a'));
    expect(makeFolders(join(folder, 'a/b/d'), 0o700)).toBe(join(folder, 'a/b/d'));
    expect(makeFolders(join(folder, 'a/b'), 0o700)).toBeUndefined();
    expect(fs.statSync(join(folder, 'a/b')).mode & 0o777).toBe(0o700);
  });

  it('says so when a file is in the way', () => {
    fs.writeFileSync(join(folder, 'file'), '');
    expect(() => makeFolders(join(folder, 'file/x'), 0o700)).toThrow(code('ENOTDIR'));
    fs.symlinkSync('nowhere', join(folder, 'dangling'));
    expect(() => makeFolders(join(folder, 'dangling/x'), 0o700)).toThrow(code('ENOTDIR'));
  });

  it.skipIf(process.platform !== 'linux')('comes back from where no folder can be made', () => {
    expect(() => makeFolders('/proc/ringtool/store', 0o700)).toThrow(code('ENOENT'));
  });
});

it('realPlace follows links as far as there is something', () => {
  fs.mkdirSync(join(folder, 'real'));
  fs.symlinkSync('real', join(folder, 'alias'));
  expect(realPlace(join(folder, 'alias/x/y'))).toBe(join(folder, 'real/x/y'));
  expect(realPlace(join(folder, 'alias'))).toBe(join(folder, 'real'));
});
