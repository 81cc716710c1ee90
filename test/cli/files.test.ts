/** Files of the user's own: written all or none. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requireFree, writeFiles } from '../../src/cli/files.ts';
import { temporaryFolder } from '../peers.ts';

const folder = temporaryFolder();
const text = (content: string): Uint8Array => Buffer.from(content);

describe('writing', () => {
  it('makes folders, and gives each file its mode', () => {
    const path = join(folder, 'new/deep/key.pem');
    writeFiles([{ path, bytes: text('k'), mode: 0o600 }], { force: false });
    expect(readFileSync(path, 'utf8')).toBe('k');
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('writes none when one is there', () => {
    const there = join(folder, 'there');
    writeFileSync(there, 'mine');
    const files = ['fresh', 'there'].map((name) => ({ path: join(folder, name), bytes: text('x'), mode: 0o644 }));
    expect(() => writeFiles(files, { force: false })).toThrow(expect.objectContaining({ code: 'file/exists' }));
    expect(existsSync(join(folder, 'fresh'))).toBe(false);
    expect(readFileSync(there, 'utf8')).toBe('mine');
  });

  it('writes none, and leaves nothing, when one cannot be written', () => {
    const place = join(folder, 'place');
    mkdirSync(join(place, 'taken'), { recursive: true });
    const files = ['first', 'taken'].map((name) => ({ path: join(place, name), bytes: text('x'), mode: 0o644 }));
    expect(() => writeFiles(files, { force: true })).toThrow(expect.objectContaining({ code: 'file/not-written' }));
    expect(readdirSync(place)).toEqual(['taken']);
  });

  it('leaves what was there as it was when a later one cannot be written', () => {
    const place = join(folder, 'pair');
    mkdirSync(place);
    writeFileSync(join(place, 'key'), 'old key', { mode: 0o600 });
    writeFileSync(join(place, 'file'), 'not a folder');
    const files = ['key', 'new/deep', 'file/below'].map((name) => ({
      path: join(place, name),
      bytes: text('x'),
      mode: 0o644,
    }));
    expect(() => writeFiles(files, { force: true })).toThrow(expect.objectContaining({ code: 'file/not-written' }));
    expect(readdirSync(place).sort()).toEqual(['file', 'key']);
    expect(readFileSync(join(place, 'key'), 'utf8')).toBe('old key');
    expect(statSync(join(place, 'key')).mode & 0o777).toBe(0o600);
  });

  it('puts back what it has replaced already', () => {
    const place = join(folder, 'twice');
    mkdirSync(place);
    writeFileSync(join(place, 'key'), 'old key', { mode: 0o600 });
    // Nothing is in the way of any of them, but one cannot be both a file and a folder.
    const files = ['key', 'a', 'a/b'].map((name) => ({ path: join(place, name), bytes: text('new'), mode: 0o600 }));
    expect(() => writeFiles(files, { force: true })).toThrow(expect.objectContaining({ code: 'file/not-written' }));
    expect(readdirSync(place)).toEqual(['key']);
    expect(readFileSync(join(place, 'key'), 'utf8')).toBe('old key');
  });

  it('replaces what is there, and keeps nothing aside', () => {
    const place = join(folder, 'again');
    mkdirSync(place);
    writeFileSync(join(place, 'key'), 'old', { mode: 0o644 });
    writeFiles([{ path: join(place, 'key'), bytes: text('new'), mode: 0o600 }], { force: true });
    expect(readdirSync(place)).toEqual(['key']);
    expect(readFileSync(join(place, 'key'), 'utf8')).toBe('new');
    expect(statSync(join(place, 'key')).mode & 0o777).toBe(0o600);
  });

  it('takes a link that leads nowhere for something that is there', () => {
    const place = join(folder, 'link');
    symlinkSync(join(folder, 'nowhere'), place);
    const files = [{ path: place, bytes: text('x'), mode: 0o644 }];
    expect(() => writeFiles(files, { force: false })).toThrow(expect.objectContaining({ code: 'file/exists' }));
  });

  it('does not put a file in the place of a device', () => {
    const files = [{ path: '/dev/null', bytes: text('x'), mode: 0o644 }];
    expect(() => requireFree(files, { force: true })).toThrow(expect.objectContaining({ code: 'file/not-written' }));
  });
});
