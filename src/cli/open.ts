/** Opens the store a command works on. */
import { existsSync } from 'node:fs';
import { RingtoolError } from '../core/errors.ts';
import type { Store } from '../store/store.ts';
import type { Globals } from './command.ts';

/** A store that must already be there: for commands that only read it. The caller closes it. */
export async function openExisting(globals: Globals): Promise<Store> {
  if (!existsSync(globals.store)) {
    throw new RingtoolError('store/absent', `there is no store at ${globals.store}`, {
      hint: 'the first racdcert, tso or run command makes one; --store names another place',
    });
  }
  const { openStore } = await import('../store/open-store.ts');
  return openStore(globals.store);
}

/** Does `work` on the store, which must be there, and closes it whatever happens. */
export async function withStore<T>(globals: Globals, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openExisting(globals);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The store, made when there is none. */
export async function openOrCreate(globals: Globals): Promise<Store> {
  const { openStore } = await import('../store/open-store.ts');
  return openStore(globals.store, { create: true });
}
