import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { put } from '../../src/core/change.ts';
import { checkFolder } from '../../src/store/check-folder.ts';
import { hash } from '../../src/store/hash.ts';
import { openStore } from '../../src/store/open-store.ts';
import { DEFAULT_SETTINGS } from '../../src/store/settings.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';
import { certificate, commit, ring, TCPCS } from './samples.ts';

const folder = temporaryFolder();
let root = '';
let store: Store;
let number = 0;
const code = (value: string) => expect.objectContaining({ code: value });

beforeEach(async () => {
  root = join(folder, String(number++));
  store = await openStore(root, { create: true });
  await commit(store, [put(certificate('A')), put(ring('R'))]);
});

/** Checks, repairs, and looks whether the store works again: files of the problems, and whether they were mended. */
async function repaired(): Promise<readonly (readonly [string, boolean])[]> {
  const before = await checkFolder(root);
  expect(before.problems).not.toEqual([]);
  expect(before.problems.every(({ mended }) => !mended)).toBe(true);
  const { problems } = await checkFolder(root, { repair: true });
  const again = await openStore(root);
  expect((await again.view().certificate(TCPCS, 'A'))?.label).toBe('A');
  await commit(again, [put(ring('S'))]);
  return problems.map(({ file, mended }) => [file, mended] as const);
}

describe('a store that cannot be opened', () => {
  it.each(['{', '', '[]', '{"format": "ringtool-store", "version": 1, "settings": {"timeZone": "Mars"}}'])(
    'for its store.json (%j) gets one with the default settings; the old one is kept',
    async (text) => {
      fs.writeFileSync(join(root, 'store.json'), text, { mode: 0o600 });
      expect((await checkFolder(root)).problems).toEqual([
        expect.objectContaining({ kind: 'unreadable', file: 'store.json', mended: false }),
      ]);
      expect(await repaired()).toContainEqual(['store.json', true]);
      expect(fs.readFileSync(join(root, 'store.json.damaged'), 'utf8')).toBe(text);
      expect(await (await openStore(root)).view().settings()).toEqual(DEFAULT_SETTINGS);
    },
  );

  it('for want of a store.json gets one, if the rest is there', async () => {
    fs.rmSync(join(root, 'store.json'));
    expect(await repaired()).toEqual([['store.json', true]]);
    const other = join(folder, 'other');
    fs.mkdirSync(other);
    await expect(checkFolder(other, { repair: true })).rejects.toThrow(code('store/absent'));
    fs.writeFileSync(join(other, 'store.json'), '{');
    expect((await checkFolder(other, { repair: true })).problems).toEqual([expect.objectContaining({ mended: false })]);
    expect(fs.readdirSync(other)).toEqual(['store.json']);
  });

  it('because it is of a version to come is left alone', async () => {
    const text = '{"format": "ringtool-store", "version": 2}';
    fs.writeFileSync(join(root, 'store.json'), text);
    await expect(checkFolder(root, { repair: true })).rejects.toThrow(code('store/newer'));
    expect(fs.readFileSync(join(root, 'store.json'), 'utf8')).toBe(text);
  });

  it.each(['lock', 'journal', 'index'])('for a file in the place of %s gets the folder again', async (name) => {
    fs.rmSync(join(root, name), { recursive: true });
    fs.writeFileSync(join(root, name), 'mine', { mode: 0o600 });
    expect(await repaired()).toContainEqual([name, true]);
    expect(fs.readFileSync(join(root, `${name}.damaged`), 'utf8')).toBe('mine');
  });

  it('for a file or a link where its contents should be is told so, and nothing is moved', async () => {
    fs.writeFileSync(join(root, 'keys'), 'mine');
    fs.mkdirSync(join(folder, `outside-${number}`));
    fs.symlinkSync(join(folder, `outside-${number}`), join(root, 'users'));
    for (const repair of [false, true]) {
      expect((await checkFolder(root, { repair })).problems).toEqual([
        expect.objectContaining({ file: 'keys', mended: false }),
        expect.objectContaining({ file: 'users', mended: false, text: expect.stringContaining('link') }),
      ]);
    }
    expect(fs.readFileSync(join(root, 'keys'), 'utf8')).toBe('mine');
  });
});

describe('a journal that was written whole and is nonsense', () => {
  it.each(['no JSON', '[]', '{}', '{"moves": [], "additions": [], "through": "x"}', '{"moves": [1], "additions": []}'])(
    'keeps nobody from reading, and is moved aside: %s',
    async (body) => {
      const text = `${hash(body)}\n${body}\n`;
      fs.writeFileSync(join(root, 'journal/900.json'), text, { mode: 0o600 });
      fs.writeFileSync(join(root, 'journal/900-0'), 'new', { mode: 0o600 });
      const again = await openStore(root);
      expect((await again.view().certificate(TCPCS, 'A'))?.label).toBe('A');
      await expect(commit(again, [put(ring('S'))])).rejects.toThrow(
        expect.objectContaining({
          code: 'store/corrupt',
          message: expect.stringContaining('journal/900.json'),
          hint: expect.stringContaining('store check --repair'),
        }),
      );
      expect((await checkFolder(root)).problems[0]).toMatchObject({ file: 'journal/900.json', mended: false });
      expect(await repaired()).toEqual([['journal/900.json', true]]);
      expect(fs.readFileSync(join(root, 'journal/900.json.damaged'), 'utf8')).toBe(text);
      expect(fs.readFileSync(join(root, 'journal/900-0.damaged'), 'utf8')).toBe('new');
    },
  );
});
