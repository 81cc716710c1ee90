/** One command's worth of store work in a process of its own: what `store-work.ts` beside it measures. */
import { put } from '../src/core/change.ts';
import { userOwner } from '../src/core/owner.ts';
import { openStore } from '../src/store/open-store.ts';

async function main(): Promise<void> {
  const [work, root = ''] = process.argv.slice(2);
  const owner = userOwner('ELM');
  const entry = { when: '2026-11-20T08:00:00Z', user: 'IBMUSER', command: 'bench' };
  const store = await openStore(root);
  const view = store.view();

  if (work === 'get') {
    if (!(await view.certificate(owner, 'MINE'))) throw new Error('not there');
  } else if (work === 'list-one-user') {
    if ((await view.certificatesOf(owner)).length === 0) throw new Error('not there');
  } else if (work === 'list-all') {
    let count = 0;
    for await (const each of store.list()) count += each.label === '' ? 0 : 1;
    if (count === 0) throw new Error('not there');
  } else if (work === 'alter') {
    const found = await view.certificate(owner, 'MINE');
    if (!found) throw new Error('not there');
    await store.commit([put({ ...found, status: found.status === 'TRUST' ? 'NOTRUST' : 'TRUST' })], view, entry);
  } else if (work === 'connect') {
    const found = await view.certificate(owner, 'MINE');
    const ring = await view.ring('ELM', 'RING');
    if (!found || !ring) throw new Error('not there');
    const there = ring.connections.length > 0;
    const connections = there ? [] : [{ owner, label: 'MINE', usage: 'PERSONAL' as const, default: false }];
    const rings = there ? [] : [{ owner: 'ELM', name: 'RING' }];
    await store.commit([put({ ...ring, connections }), put({ ...found, rings })], view, entry);
  } else throw new Error(`unknown work ${work}`);
}

main();
