/** Opens a store folder: checks its format, finishes an interrupted commit, hands out the `Store`. */
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { isRingtoolError, RingtoolError } from '../core/errors.ts';
import { alone, commitChanges, ensureIndex } from './commit.ts';
import { createStore } from './create-store.ts';
import { readText, requireOwnFolder } from './files.ts';
import { readHistory } from './history.ts';
import { INDEX_FILE } from './index-lines.ts';
import { buildIndex, readableCertificates } from './index-plan.ts';
import { bucketsOnDisk } from './index-reader.ts';
import { storeInfo } from './info.ts';
import { isPending } from './recovery.ts';
import { OWN_FOLDERS, STORE_FILE } from './layout.ts';
import { DEFAULT_LOCK_TIMEOUT } from './lock.ts';
import { isAbandoned, readLock } from './lock-folder.ts';
import type { BucketReader } from './reads.ts';
import { readStoreFile } from './settings.ts';
import type { CheckReport, Store } from './store.ts';
import { eachSummary } from './summaries.ts';
import { createView } from './view.ts';

export interface OpenOptions {
  /** Make the store when there is none. */
  readonly create?: boolean;
  /** Never write to it. */
  readonly readOnly?: boolean;
  /** How long to wait for the lock, in milliseconds; 10,000 when not given. */
  readonly lockTimeout?: number;
}

function readOnlyError(what: string): RingtoolError {
  return new RingtoolError('store/read-only', what, {
    hint: 'open the store once as a user who may write to it',
  });
}

/** True for what keeps a store from being changed, and not from being read. */
function onlyKeepsFromChanging(error: unknown): boolean {
  return isRingtoolError(error, 'store/read-only', 'store/full', 'store/io', 'store/corrupt');
}

/**
 * Finishes what somebody who is gone has begun; leaves alone what somebody is just doing. Where that cannot be
 * done, reading goes on: each file is the one from before that commit or the one from after it, and whole. The
 * next change tries again, and says what is in the way.
 */
async function finishInterrupted(root: string, timeout: number, readOnly: boolean): Promise<void> {
  if (readOnly || !isPending(root)) return;
  const state = readLock(root);
  if (!state.free && !isAbandoned(root, state.number)) return;
  try {
    await alone(root, timeout, async () => {});
  } catch (error) {
    if (!onlyKeepsFromChanging(error)) throw error;
  }
}

/** The index on the disk, or, for a store that may not be written to and has none, one in memory. */
async function openIndex(root: string, timeout: number, readOnly: boolean): Promise<BucketReader> {
  const onDisk = bucketsOnDisk(root);
  if (fs.existsSync(join(root, INDEX_FILE))) return onDisk;
  if (!readOnly) {
    try {
      await ensureIndex(root, timeout);
      return onDisk;
    } catch (error) {
      if (!onlyKeepsFromChanging(error)) throw error;
    }
  }
  let built: ReadonlyMap<string, string> | undefined;
  return (file) => {
    built ??= buildIndex(readableCertificates(root));
    return built.get(file) ?? '';
  };
}

function requireStore(root: string, create: boolean): void {
  const text = readText(root, STORE_FILE);
  if (text !== null) readStoreFile(text);
  else if (create) createStore(root);
  else {
    throw new RingtoolError('store/absent', `there is no store at ${root}`, {
      hint: 'name the right folder with --store or RINGTOOL_STORE; the first command that adds something makes a store',
    });
  }
}

export async function openStore(location: string, options: OpenOptions = {}): Promise<Store> {
  const root = resolve(location);
  const { readOnly = false, lockTimeout: timeout = DEFAULT_LOCK_TIMEOUT } = options;
  requireStore(root, options.create === true && !readOnly);
  for (const folder of OWN_FOLDERS) requireOwnFolder(root, folder);
  await finishInterrupted(root, timeout, readOnly);
  const buckets = await openIndex(root, timeout, readOnly);
  const requireWriting = (): void => {
    if (readOnly) throw readOnlyError('the store was opened for reading only');
  };
  return {
    location: root,
    view: () => createView(root, buckets),
    async commit(changes, basedOn, entry) {
      if (changes.length > 0) requireWriting();
      return commitChanges(root, timeout, changes, basedOn.reads, entry);
    },
    info: () => storeInfo(root, createView(root, buckets)),
    async check({ repair = false } = {}) {
      const { checkStore, mendingUnder } = await import('./check.ts');
      if (repair) requireWriting();
      const look = (): Promise<CheckReport> => checkStore(root, { mend: null });
      if (readOnly) return look();
      if (repair) return alone(root, timeout, (store) => checkStore(root, { mend: mendingUnder(root, store) }));
      try {
        return await alone(root, timeout, look);
      } catch (error) {
        if (!onlyKeepsFromChanging(error)) throw error;
        return look();
      }
    },
    async backup(to) {
      const { copyStore } = await import('./backup.ts');
      if (readOnly) copyStore(root, to, readLock(root).number);
      else await alone(root, timeout, async ({ number }) => copyStore(root, to, number));
    },
    history: async (limit) => readHistory(root, limit),
    async *list() {
      yield* eachSummary(buckets);
    },
    summaries: async () => [...eachSummary(buckets)],
    async *rings() {
      const { eachRing } = await import('./ring-list.ts');
      yield* eachRing(root);
    },
    async close() {},
  };
}
