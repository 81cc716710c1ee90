/** Opens the store a command works on. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import { systemCode } from '../core/system-code.ts';
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

/** The store for commands that may change it, made when there is none; for a dry run only as long as that lasts. */
export async function openOrCreate(globals: Globals): Promise<Store> {
  const { openStore } = await import('../store/open-store.ts');
  if (!globals.dryRun || !isNothing(globals.store)) return openStore(globals.store, { create: true });
  const folder = mkdtempSync(join(tmpdir(), 'ringtool-dry-run-'));
  const store = await openStore(folder, { create: true });
  return {
    ...store,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** True where no store is, and one would be made. */
function isNothing(path: string): boolean {
  try {
    return readdirSync(path).length === 0;
  } catch (error) {
    return systemCode(error) === 'ENOENT';
  }
}
