/**
 * What the lock folder says: entries numbered upwards, of which the highest rules. `7` is held by the process
 * named in it, `7.free` was released.
 *
 * The highest is never deleted, so that its number, which is also the number of the last commit, lives on.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { listFolder, readText } from './files.ts';
import { LOCK } from './layout.ts';
import { isDead, type ProcessIdentity } from './process-identity.ts';

export interface LockState {
  /** 0 when the lock was never taken. */
  readonly number: number;
  readonly free: boolean;
  /** All names in the folder. */
  readonly names: readonly string[];
}

/** The number of an entry, 0 for other files. */
export function entryNumber(name: string): number {
  return /^[1-9]\d{0,14}(?:\.free)?$/.test(name) ? Number.parseInt(name, 10) : 0;
}

export function readLock(root: string): LockState {
  const names = listFolder(root, LOCK);
  let number = 0;
  for (const name of names) number = Math.max(number, entryNumber(name));
  // A late comer may create `7` beside `7.free` before it looks again and steps back: released is released.
  return { number, free: number === 0 || names.includes(`${number}.free`), names };
}

/** Number of the last commit when none is under way, else null. */
export function lastFinished(root: string): number | null {
  const state = readLock(root);
  return state.free ? state.number : null;
}

export interface LockOwner extends ProcessIdentity {
  readonly since: string;
}

/** Who holds the lock; null when the entry is gone or says nothing sensible. */
export function lockOwner(root: string, number: number): LockOwner | null {
  const text = readText(root, `${LOCK}/${number}`);
  if (text === null) return null;
  try {
    const { pid, host, space, start, since } = JSON.parse(text);
    const isText = [host, space, start, since].every((each) => typeof each === 'string');
    return isText && Number.isSafeInteger(pid) && pid > 0 ? { pid, host, space, start, since } : null;
  } catch {
    return null;
  }
}

/** Age in milliseconds from which a temporary file there can only be a left-over. */
export const STRAY_AFTER = 60_000;

/** How old a file of the lock folder is, in milliseconds; 0 when it is gone. */
export function ageOf(root: string, name: string): number {
  try {
    return Date.now() - statSync(join(root, LOCK, name)).mtimeMs;
  } catch {
    return 0;
  }
}

/** An entry that says nothing was cut off by a power failure, once it is older than any write could take. */
const SILENT_FOR = 10_000;

/** True when whoever holds entry `number` will never release it. */
export function isAbandoned(root: string, number: number): boolean {
  const owner = lockOwner(root, number);
  return owner === null ? ageOf(root, String(number)) > SILENT_FOR : isDead(owner);
}
