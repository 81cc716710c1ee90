/** A commit, told as a story; and other work that needs the store to itself. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChangeSet } from '../core/change.ts';
import { isRingtoolError, RingtoolError } from '../core/errors.ts';
import { planChanges } from './change-plan.ts';
import { readHistory } from './history.ts';
import { INDEX_FILE } from './index-lines.ts';
import { buildIndex, readableCertificates, readBucket, replaceIndex } from './index-plan.ts';
import { carryOutWhole } from './journal.ts';
import { isPending, recover } from './recovery.ts';
import { acquireLock, type HeldLock } from './lock.ts';
import { changedSince } from './reads.ts';
import type { CommitResult, HistoryEntry, Reads } from './store.ts';

/** The store to oneself. */
export interface Alone {
  /** The next commit number. */
  readonly number: number;
  /** True when nobody can have changed anything since the lock was last released under `base`. */
  undisturbedSince(base: number | null): boolean;
  /** Says that something was committed, and the highest number it used up. From here on the result stands. */
  committed(through: number): void;
  verify(): void;
}

/** The highest number ever used, where the lock folder does not know it (it stays out of version control). */
function highestKnown(root: string): number {
  let highest = readHistory(root, 1)[0]?.commit ?? 0;
  for (const entry of readableCertificates(root)) highest = Math.max(highest, entry.sequence);
  return highest;
}

async function recoverUnder(root: string, held: HeldLock): Promise<number> {
  // A clean release with something left in the journal: a copy taken during a commit, or a failed one.
  return isPending(root) ? recover(root) : held.clean ? -1 : 0;
}

/** When an earlier change is written down and cannot be finished, the store is not "as it was": the error says so. */
function sayingWhatWaits(root: string, error: unknown): unknown {
  if (!isRingtoolError(error, 'store/full', 'store/read-only', 'store/io') || !isPending(root)) return error;
  return new RingtoolError(error.code, `${error.message}; an earlier change is written down and waits to be finished`, {
    hint: 'the next command that changes the store will finish it, once the reason is gone; reading goes on meanwhile',
    cause: error,
  });
}

/**
 * Runs `work` under the lock, after finishing what another process may have left unfinished.
 *
 * Letting go can fail (somebody has tidied the lock away by hand). That neither hides the first error nor turns
 * a commit that is done into a failure: whoever comes next sees that this process is gone.
 */
export async function alone<T>(root: string, timeout: number, work: (alone: Alone) => Promise<T>): Promise<T> {
  const held = await acquireLock(root, timeout, () => highestKnown(root)).catch((error) => {
    throw sayingWhatWaits(root, error);
  });
  let through = held.number;
  let committed = false;
  let result: T;
  try {
    const recovered = await recoverUnder(root, held).catch((error) => {
      throw sayingWhatWaits(root, error);
    });
    const number = Math.max(held.number, recovered + 1);
    through = Math.max(number, through);
    result = await work({
      number,
      undisturbedSince: (base) => recovered < 0 && base !== null && held.number === base + 1,
      committed(highest) {
        through = Math.max(through, highest);
        committed = true;
      },
      verify: held.verify,
    });
  } catch (error) {
    letGo(held, through);
    throw error;
  }
  const failure = letGo(held, through);
  if (failure !== null && !committed) throw failure.error;
  return result;
}

function letGo(held: HeldLock, through: number): { readonly error: unknown } | null {
  try {
    held.release(through);
    return null;
  } catch (error) {
    return { error };
  }
}

/** Makes the index anew from the certificates, when it is not there. */
export async function ensureIndex(root: string, timeout: number): Promise<void> {
  if (existsSync(join(root, INDEX_FILE))) return;
  await alone(root, timeout, async ({ number, committed }) => {
    if (existsSync(join(root, INDEX_FILE))) return;
    const files = replaceIndex(root, buildIndex(readableCertificates(root)));
    await carryOutWhole(root, { commit: number, through: number, files, additions: [] });
    committed(number);
  });
}

/** Commits a change set based on what was read. */
export async function commitChanges(
  root: string,
  timeout: number,
  changes: ChangeSet,
  reads: Reads,
  entry: HistoryEntry,
): Promise<CommitResult> {
  if (changes.length === 0) return { commit: 0 };
  return alone(root, timeout, async (store) => {
    if (!store.undisturbedSince(reads.base)) {
      const changed = changedSince(root, (file) => readBucket(root, file), reads);
      if (changed !== null) {
        throw new RingtoolError('store/conflict', `another command has changed the store meanwhile (${changed})`, {
          hint: 'run the command again',
        });
      }
    }
    const plan = planChanges(root, store.number, changes, entry);
    store.verify();
    await carryOutWhole(root, plan);
    store.committed(plan.through);
    return { commit: plan.commit };
  });
}
