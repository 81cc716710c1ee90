/** Checks a store that may be too damaged to be opened: first what opening needs, then all the rest. */
import * as fs from 'node:fs';
import { join, resolve } from 'node:path';
import { isRingtoolError } from '../core/errors.ts';
import { problem } from './check-files.ts';
import { place } from './create-store.ts';
import { storeFailure } from './failures.ts';
import { makeFolder, readText } from './files.ts';
import { journalNames } from './journal.ts';
import { INDEX, JOURNAL, LOCK, OWN_FOLDERS, RARE_FOLDERS, STORE_FILE } from './layout.ts';
import { acquireLock, DEFAULT_LOCK_TIMEOUT } from './lock.ts';
import { readLock } from './lock-folder.ts';
import { openStore } from './open-store.ts';
import { damagedJournals } from './recovery.ts';
import { DEFAULT_SETTINGS, readStoreFile, writeStoreFile } from './settings.ts';
import type { CheckReport, StoreProblem } from './store.ts';

export interface CheckOptions {
  readonly repair?: boolean;
  readonly lockTimeout?: number;
}

/** Renames to a name that is free; gives that name. Nothing of a store is ever deleted because it is damaged. */
function moveAside(root: string, file: string): string {
  for (let i = 1; ; i++) {
    const aside = `${file}.damaged${i === 1 ? '' : `-${i}`}`;
    if (fs.lstatSync(join(root, aside), { throwIfNoEntry: false })) continue;
    try {
      fs.renameSync(join(root, file), join(root, aside));
      return aside;
    } catch (error) {
      throw storeFailure(error, file, 'write');
    }
  }
}

/** Folders in whose place something else stands. Those that hold nothing of their own can be begun again. */
function checkFolders(root: string, repair: boolean): StoreProblem[] {
  const problems: StoreProblem[] = [];
  for (const folder of [...OWN_FOLDERS, ...RARE_FOLDERS]) {
    const stats = fs.lstatSync(join(root, folder), { throwIfNoEntry: false });
    if (stats === undefined || stats.isDirectory()) continue;
    if (stats.isSymbolicLink()) {
      const text = 'is a link, and nothing is read or written through it: put the folder itself in its place';
      problems.push(problem('unreadable', folder, text));
    } else if (repair && [INDEX, JOURNAL, LOCK].includes(folder)) {
      const text = `is not a folder; it was moved to ${moveAside(root, folder)}`;
      makeFolder(root, folder);
      problems.push(problem('unreadable', folder, text, true));
    } else problems.push(problem('unreadable', folder, 'is not a folder'));
  }
  return problems;
}

/** True when the rest of a store is there: then this was one, and can be one again. */
function looksLikeStore(root: string): boolean {
  const folders = OWN_FOLDERS.filter((folder) => fs.lstatSync(join(root, folder), { throwIfNoEntry: false }));
  return folders.length >= 2;
}

/** Throws `store/newer` and what else no repair may touch. */
function checkStoreFile(root: string, repair: boolean): StoreProblem[] {
  let text = 'is not there';
  try {
    const content = readText(root, STORE_FILE);
    if (content !== null) readStoreFile(content);
    // Without its file and without its folders there is no store: opening says so.
    if (content !== null || !looksLikeStore(root)) return [];
  } catch (error) {
    if (!isRingtoolError(error, 'store/corrupt')) throw error;
    text = error.message;
  }
  if (!repair || !looksLikeStore(root)) return [problem('unreadable', STORE_FILE, text)];
  if (fs.lstatSync(join(root, STORE_FILE), { throwIfNoEntry: false })) {
    text += `; it was moved to ${moveAside(root, STORE_FILE)}`;
  }
  try {
    place(root, STORE_FILE, writeStoreFile(DEFAULT_SETTINGS));
  } catch (error) {
    throw storeFailure(error, STORE_FILE, 'write');
  }
  return [problem('unreadable', STORE_FILE, `${text}; the settings are the default ones again`, true)];
}

/** Commits whose journal is whole and says something impossible. */
async function checkJournal(root: string, repair: boolean, timeout: number): Promise<StoreProblem[]> {
  const damaged = damagedJournals(root);
  if (damaged.length === 0) return [];
  const file = (commit: number): string => `${JOURNAL}/${commit}.json`;
  const text = 'is damaged: what that commit was to do is not known';
  if (!repair) return damaged.map((commit) => problem('unreadable', file(commit), text));
  const held = await acquireLock(root, timeout, () => Math.max(...damaged));
  try {
    return damaged.map((commit) => {
      const belonging = journalNames(root).filter((name) => Number.parseInt(name, 10) === commit);
      for (const name of belonging) moveAside(root, `${JOURNAL}/${name}`);
      return problem('unreadable', file(commit), `${text}; what there is of it was moved to names with .damaged`, true);
    });
  } finally {
    held.release(Math.max(readLock(root).number, ...damaged));
  }
}

/** As `Store.check`, for a folder: also where the store cannot be opened, which the report then explains. */
export async function checkFolder(location: string, options: CheckOptions = {}): Promise<CheckReport> {
  const root = resolve(location);
  const { repair = false, lockTimeout = DEFAULT_LOCK_TIMEOUT } = options;
  const problems = [...checkFolders(root, repair), ...checkStoreFile(root, repair)];
  if (problems.some(({ mended }) => !mended)) return { checked: 0, problems };
  problems.push(...(await checkJournal(root, repair, lockTimeout)));
  const store = await openStore(root, { lockTimeout });
  try {
    const { checked, problems: others } = await store.check({ repair });
    return { checked, problems: [...problems, ...others] };
  } finally {
    await store.close();
  }
}
