/** Files of the user's own: bounded reading, and writing all or none. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readBounded, writeFiles } from '../../src/cli/files.ts';
import { temporaryFolder } from '../peers.ts';

const folder = temporaryFolder();
const text = (content: string): Uint8Array => Buffer.from(content);

describe('reading', () => {
  it('gives the content up to the bound', () => {
    const path = join(folder, 'ten');
    writeFileSync(path, '0123456789');
    expect(Buffer.from(readBounded(path, 10)).toString()).toBe('0123456789');
    expect(() => readBounded(path, 9)).toThrow(expect.objectContaining({ code: 'file/too-large' }));
  });

  it('takes files that say they have no size', () => {
    if (!existsSync('/proc/self/status')) return;
    expect(Buffer.from(readBounded('/proc/self/status', 1_000_000)).toString()).toContain('Pid:');
  });

  it('says what is wrong with the others', () => {
    expect(() => readBounded(join(folder, 'none'), 10)).toThrow(expect.objectContaining({ code: 'file/absent' }));
    expect(() => readBounded(folder, 10)).toThrow(expect.objectContaining({ code: 'file/unreadable' }));
  });
});

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
});
