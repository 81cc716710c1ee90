/** The names of all rings, whatever stands in them. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { put } from '../../src/core/change.ts';
import type { RingRef } from '../../src/core/owner.ts';
import { ringFile } from '../../src/store/layout.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { temporaryFolder } from '../peers.ts';
import { commit, ring } from './samples.ts';

const folder = temporaryFolder();
let root = '';
let store: Store;
let number = 0;

beforeEach(async () => {
  root = join(folder, String(number++));
  store = await openStore(root, { create: true });
});

async function names(): Promise<readonly RingRef[]> {
  const found: RingRef[] = [];
  for await (const each of store.rings()) found.push(each);
  return found;
}

describe('the list of rings', () => {
  it('is empty in a new store', async () => {
    expect(await names()).toEqual([]);
  });

  it('names empty rings, either case, and names too long for a file', async () => {
    const long = 'R'.repeat(237);
    const wanted = [
      { owner: '#OPS', name: 'x' },
      { owner: 'TCPCS', name: long },
      { owner: 'TCPCS', name: 'TlsRing' },
      { owner: 'TCPCS', name: 'TLSRING' },
    ];
    await commit(
      store,
      wanted.map(({ owner, name }) => put(ring(name, { owner }))),
    );
    const found = await names();
    expect(found).toHaveLength(wanted.length);
    expect(found).toEqual(expect.arrayContaining(wanted));
  });

  it('passes over what is no ring', async () => {
    await commit(store, [put(ring('R'))]);
    fs.writeFileSync(join(root, 'rings/tcpcs~u/.notes.json'), 'x');
    fs.writeFileSync(join(root, 'rings/tcpcs~u/notes.txt'), 'x');
    fs.mkdirSync(join(root, 'rings/UPPER'));
    expect(await names()).toEqual([{ owner: 'TCPCS', name: 'R' }]);
  });

  it('says so when a name cannot be learnt', async () => {
    const name = 'R'.repeat(237);
    await commit(store, [put(ring(name))]);
    fs.writeFileSync(join(root, ringFile('TCPCS', name)), 'noise');
    await expect(names()).rejects.toThrow(expect.objectContaining({ code: 'store/corrupt' }));
  });
});
