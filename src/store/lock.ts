/**
 * Taking and releasing the lock under which a store is changed.
 *
 * An entry appears with its content at once (link of a finished file) and only for one process; whoever then
 * finds another entry as high or higher came too late and steps back. So nobody ever deletes a lock that a
 * second process has just taken over from the same dead owner.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import { systemCode } from '../core/system-code.ts';
import { storeFailure } from './failures.ts';
import { makeFolder } from './files.ts';
import { JOURNAL, LOCK } from './layout.ts';
import { ageOf, entryNumber, isAbandoned, lockOwner, readLock, STRAY_AFTER } from './lock-folder.ts';
import { ownIdentity } from './process-identity.ts';

export const DEFAULT_LOCK_TIMEOUT = 10_000;

/** The lock, held. */
export interface HeldLock {
  readonly number: number;
  /** True when the one before released it properly. */
  readonly clean: boolean;
  /** Throws `store/locked` when somebody has taken the lock away meanwhile. */
  verify(): void;
  /** Lets go; `through` (at least `number`) is the highest number used up by this commit. */
  release(through: number): void;
}

let temporaries = 0;

/** Creates entry `number` with its content, unless it exists; false then. */
function claim(root: string, number: number): boolean {
  const text = `${JSON.stringify({ ...ownIdentity(), since: new Date().toISOString() })}\n`;
  const entry = join(root, LOCK, String(number));
  const temporary = join(root, LOCK, `.${process.pid}-${temporaries++}`);
  try {
    fs.writeFileSync(temporary, text, { mode: 0o600, flag: 'wx' });
    try {
      fs.linkSync(temporary, entry);
    } finally {
      // Never fails: an entry that exists must not be taken for one that does not.
      unlinkQuietly(temporary);
    }
    return true;
  } catch (error) {
    const code = systemCode(error);
    // EEXIST: another was faster. ENOENT: somebody tidied the temporary file away; the next round will do.
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    // File systems without links: exclusive creation, whose content follows an instant later.
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error;
    return claimWithoutLink(entry, text, error);
  }
}

function claimWithoutLink(entry: string, text: string, linkError: unknown): boolean {
  try {
    fs.writeFileSync(entry, text, { mode: 0o600, flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw systemCode(error) === 'EACCES' ? error : linkError;
  }
}

function unlinkQuietly(path: string): void {
  try {
    fs.unlinkSync(path);
  } catch {
    // Gone already, or not ours to remove: tidying is a courtesy.
  }
}

/** Removes lower entries, and temporary files that somebody who was killed has left. */
function tidy(root: string, names: readonly string[], number: number): void {
  for (const name of names) {
    const other = entryNumber(name);
    const stray = other === 0 && name.startsWith('.') && ageOf(root, name) > STRAY_AFTER;
    if ((other > 0 && other < number) || stray) unlinkQuietly(join(root, LOCK, name));
  }
}

/** One attempt; null when the lock is held or another was faster. `least` raises the number taken. */
function attempt(root: string, least: () => number): HeldLock | null {
  const before = readLock(root);
  if (!before.free && !isAbandoned(root, before.number)) return null;
  // A store fetched from version control comes without these two.
  if (before.number === 0) for (const folder of [LOCK, JOURNAL]) makeFolder(root, folder);
  const number = before.number === 0 ? least() + 1 : before.number + 1;
  if (!claim(root, number)) return null;
  const after = readLock(root);
  const mine = String(number);
  if (after.names.some((name) => name !== mine && entryNumber(name) >= number)) {
    unlinkQuietly(join(root, LOCK, mine));
    return null;
  }
  tidy(root, after.names, number);
  return {
    number,
    clean: before.free,
    verify() {
      if (readLock(root).number !== number || !fs.existsSync(join(root, LOCK, mine))) {
        throw new RingtoolError('store/locked', 'another process has taken the lock of the store away', {
          hint: 'run the command again; nothing was changed',
        });
      }
    },
    release(through) {
      try {
        fs.renameSync(join(root, LOCK, mine), join(root, LOCK, `${Math.max(number, through)}.free`));
      } catch (error) {
        throw storeFailure(error, `${LOCK}/${mine}`, 'write');
      }
    },
  };
}

function lockedError(root: string): RingtoolError {
  const { number } = readLock(root);
  const owner = lockOwner(root, number);
  const who = owner ? `process ${owner.pid} on ${owner.host} since ${owner.since}` : 'another process';
  return new RingtoolError('store/locked', `the store is locked by ${who}`, {
    hint: `wait for it; if that process is gone for good, rename ${join(root, LOCK, String(number))} to ${number}.free`,
  });
}

/**
 * Waits for the lock, in short growing steps. `least` is asked for the highest number ever used when the
 * folder itself no longer knows (a store fetched from version control).
 */
export async function acquireLock(root: string, timeout: number, least: () => number): Promise<HeldLock> {
  const deadline = Date.now() + timeout;
  for (let pause = 1; ; pause = Math.min(pause * 2, 32)) {
    try {
      const held = attempt(root, least);
      if (held) return held;
    } catch (error) {
      throw storeFailure(error, LOCK, 'write');
    }
    if (Date.now() >= deadline) throw lockedError(root);
    // A little chance, so that several who wait do not all come back in the same instant.
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
  }
}
