import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { put } from '../../src/core/change.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';
import { commit, ring } from './samples.ts';

const folder = temporaryFolder();
let root = '';
let store: Store;
let number = 0;
const path = (): string => join(root, 'history.jsonl');

beforeEach(async () => {
  root = join(folder, String(number++));
  store = await openStore(root, { create: true });
  for (const name of ['A', 'B', 'C']) await commit(store, [put(ring(name))]);
});

const told = async (): Promise<string[]> =>
  (await store.history(10)).map((each) => each.changed.join() || each.command);
const DAMAGED = '(a damaged line of the history)';

describe('a damaged history', () => {
  it('costs the damaged line only, and check says which it is', async () => {
    const lines = fs.readFileSync(path(), 'utf8').split('\n');
    for (const bad of ['noise', '{}', '[]', '{"commit": "x"}', '']) {
      fs.writeFileSync(path(), [lines[0], bad, lines[2], ''].join('\n'), { mode: 0o600 });
      expect(await told()).toEqual(['put ring TCPCS/C', DAMAGED, 'put ring TCPCS/A']);
      expect((await store.check()).problems).toEqual([
        { kind: 'unreadable', file: 'history.jsonl', text: 'has a damaged line (line 2)', mended: false },
      ]);
    }
  });

  it('is counted', async () => {
    fs.appendFileSync(path(), 'x\ny\n');
    expect((await store.check()).problems).toEqual([
      expect.objectContaining({ text: 'has 2 damaged lines (the first is line 4)' }),
    ]);
  });

  it('may be one line of many megabytes', async () => {
    const more = fs.readFileSync(path(), 'utf8');
    fs.truncateSync(path(), 40 * 1024 * 1024);
    expect(await told()).toEqual(['put ring TCPCS/C', 'put ring TCPCS/B', 'put ring TCPCS/A']);
    expect((await store.check()).problems).toEqual([
      expect.objectContaining({ text: 'has a last line that is not whole' }),
    ]);
    fs.appendFileSync(path(), `\n${more}`);
    expect((await told()).slice(2, 5)).toEqual(['put ring TCPCS/A', DAMAGED, 'put ring TCPCS/C']);
    expect(await store.history(1)).toHaveLength(1);
  });

  it('goes on with a line of its own', async () => {
    fs.appendFileSync(path(), 'torn');
    await commit(store, [put(ring('D'))]);
    expect((await told()).slice(0, 3)).toEqual(['put ring TCPCS/D', DAMAGED, 'put ring TCPCS/C']);
  });

  it.skipIf(process.platform === 'win32')('is not read through a link', async () => {
    fs.renameSync(path(), join(root, '../aside'));
    fs.symlinkSync('../aside', path());
    await expect(store.history(1)).rejects.toThrow(expect.objectContaining({ code: 'store/corrupt' }));
  });
});
