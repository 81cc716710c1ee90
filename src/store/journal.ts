/**
 * The journal: a commit is written down whole before any of it is done, so that it is done whole or not at all.
 *
 * New contents lie ready as files beside it (`journal/12-0`, ...), and `journal/12.json` says where each goes.
 * Once that file is on the disk the commit has happened; doing it is renaming, which needs no room. Everything
 * in it can be done twice: lines are added at offsets it names.
 */
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import { systemCode } from '../core/system-code.ts';
import { storeFailure } from './failures.ts';
import { listFolder, makeFolder, type OpenFile, removeFile, requireOwnFolder, synchronise } from './files.ts';
import { hash } from './hash.ts';
import { JOURNAL } from './layout.ts';

/** A file to stand with this text, or to be gone (null). */
export interface FileChange {
  readonly file: string;
  readonly text: string | null;
}

/** Text to stand in a file from an offset on. */
export interface Addition {
  readonly file: string;
  readonly at: number;
  readonly text: string;
}

/** What a commit does to the folder. */
export interface Plan {
  /** Number of the commit: that of the lock. */
  readonly commit: number;
  /** Highest number it uses up. */
  readonly through: number;
  readonly files: readonly FileChange[];
  readonly additions: readonly Addition[];
}

export interface Move {
  readonly file: string;
  /** The file that lies ready; null: `file` is to be deleted. */
  readonly ready: string | null;
  readonly fingerprint: string;
}

/** A plan as the journal has it. */
export interface Written {
  readonly through: number;
  readonly moves: readonly Move[];
  readonly additions: readonly Addition[];
}

/** Up to so many new files lie in the journal folder itself. */
const FEW = 64;

function journalFile(commit: number): string {
  return `${JOURNAL}/${commit}.json`;
}

const CREATE = fs.constants.O_WRONLY | fs.constants.O_CREAT | fs.constants.O_TRUNC;

/** Writes a new file and leaves it open, to be put on the disk with others. */
function createText(root: string, file: string, text: string): OpenFile {
  let descriptor: number | null = null;
  try {
    descriptor = fs.openSync(join(root, file), CREATE, 0o600);
    fs.writeFileSync(descriptor, text);
    return { file, descriptor };
  } catch (error) {
    if (descriptor !== null) fs.closeSync(descriptor);
    throw storeFailure(error, file, 'write');
  }
}

/** Writes the plan down, on the disk itself. When this throws, nothing has happened. */
async function writeDown(root: string, plan: Plan): Promise<Written> {
  // Many go into a folder of their own: one that has once held many files stays slow to list on some systems.
  const own = plan.files.length > FEW;
  const moves = plan.files.map(({ file, text }, i) => ({
    file,
    ready: text === null ? null : `${JOURNAL}/${plan.commit}${own ? '/' : '-'}${i}`,
    fingerprint: text === null ? '' : hash(text),
  }));
  const written: Written = { through: plan.through, moves, additions: plan.additions };
  const open: OpenFile[] = [];
  try {
    if (own) makeFolder(root, `${JOURNAL}/${plan.commit}`);
    plan.files.forEach(({ text }, i) => {
      const ready = moves[i]?.ready;
      if (text === null || !ready) return;
      const made = createText(root, ready, text);
      // Of many not all can be open at once.
      if (own) fs.closeSync(made.descriptor);
      else open.push(made);
    });
    const body = JSON.stringify(written);
    open.push(createText(root, journalFile(plan.commit), `${hash(body)}\n${body}\n`));
    const names = own ? moves.flatMap((each) => each.ready ?? []) : [];
    const folders = own ? [JOURNAL, `${JOURNAL}/${plan.commit}`] : [JOURNAL];
    // All at once: which of them reach the disk first does not matter, the journal knows the others by fingerprint.
    await synchronise(root, [...names, ...open.splice(0)], folders);
  } catch (error) {
    for (const { descriptor } of open) fs.closeSync(descriptor);
    discard(root, plan.commit);
    throw error;
  }
  return written;
}

/** Takes an unfinished commit back, as far as that can still be done. */
function discard(root: string, commit: number): void {
  try {
    // The journal first: without it the rest means nothing.
    removeFile(root, journalFile(commit));
    for (const name of listFolder(root, JOURNAL))
      if (name.startsWith(`${commit}-`)) removeFile(root, `${JOURNAL}/${name}`);
  } catch {
    // The next commit clears the folder.
  }
}

/** Names that commits give: `12.json`, `12-0`, and the folder `12`. */
const OWN_NAME = /^\d+(-\d+|\.json)?$/;

/** What commits have in the journal folder now; what others left there does not count. */
export function journalNames(root: string): string[] {
  return listFolder(root, JOURNAL).filter((name) => OWN_NAME.test(name));
}

/**
 * Removes what earlier commits left in the journal folder. Only what bears a name of ours is touched, and
 * nothing is removed recursively: a folder that stands here by mistake or malice keeps its contents.
 */
export function clearJournal(root: string): void {
  for (const name of journalNames(root)) {
    if (/^\d+$/.test(name)) removeOwnFolder(root, `${JOURNAL}/${name}`);
    else removeFile(root, `${JOURNAL}/${name}`);
  }
}

/** The folder of one commit's contents: files named by numbers, then the folder, if nothing else is in it. */
function removeOwnFolder(root: string, folder: string): void {
  requireOwnFolder(root, folder);
  for (const name of listFolder(root, folder)) if (/^\d+$/.test(name)) removeFile(root, `${folder}/${name}`);
  try {
    fs.rmdirSync(join(root, folder));
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY'].includes(systemCode(error))) throw storeFailure(error, folder, 'write');
  }
}

/** Moves a file into its place; `made` learns of a folder that had to be made for it. */
function move(root: string, { file, ready }: Move, made: (folder: string) => void): void {
  if (ready === null) {
    removeFile(root, file);
    return;
  }
  for (const folderMade of [false, true]) {
    try {
      fs.renameSync(join(root, ready), join(root, file));
      return;
    } catch (error) {
      if (systemCode(error) !== 'ENOENT' || folderMade) throw storeFailure(error, file, 'write');
      // Moved by an earlier attempt, or the folder is new.
      if (!fs.existsSync(join(root, ready))) return;
      makeFolder(root, dirname(file));
      made(dirname(file));
    }
  }
}

function add(root: string, { file, at, text }: Addition): void {
  try {
    const path = join(root, file);
    const bytes = Buffer.from(text);
    const flags = fs.constants.O_RDWR | fs.constants.O_CREAT | (fs.constants.O_NOFOLLOW ?? 0);
    const descriptor = openMakingFolder(root, file, () => fs.openSync(path, flags, 0o600));
    try {
      // Shorter than remembered only when somebody has cut it by hand meanwhile.
      const from = Math.min(at, fs.fstatSync(descriptor).size);
      let done = 0;
      while (done < bytes.length) done += fs.writeSync(descriptor, bytes, done, bytes.length - done, from + done);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    throw storeFailure(error, file, 'write');
  }
}

function openMakingFolder(root: string, file: string, open: () => number): number {
  try {
    return open();
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
    makeFolder(root, dirname(file));
    return open();
  }
}

function requireOwnFolders(root: string, changes: readonly { readonly file: string }[]): void {
  for (const folder of new Set(changes.map(({ file }) => dirname(file)))) requireOwnFolder(root, folder);
}

/** Finishes what an earlier process wrote down; its folders may have become something else since. */
export async function carryOut(root: string, commit: number, written: Written): Promise<void> {
  requireOwnFolders(root, [...written.moves, ...written.additions]);
  await apply(root, commit, written);
}

/** Does what was written down, and drops the journal once all of it is on the disk. */
async function apply(root: string, commit: number, written: Written): Promise<void> {
  const folders = new Set<string>();
  const made = (folder: string): void => {
    folders.add(dirname(folder)).add('.');
  };
  for (const each of written.moves) {
    move(root, each, made);
    folders.add(dirname(each.file));
  }
  for (const each of written.additions) {
    add(root, each);
    // A file made just now stands in a folder that may be new as well.
    if (each.at === 0) {
      made(dirname(each.file));
      folders.add(dirname(each.file));
    }
  }
  const added = new Set(written.additions.map((each) => each.file));
  await synchronise(root, added, folders);
  removeFile(root, journalFile(commit));
  if (written.moves.length > FEW) removeOwnFolder(root, `${JOURNAL}/${commit}`);
}

/** Commits a plan: after this it is done, and on the disk. The lock must be held. */
export async function carryOutWhole(root: string, plan: Plan): Promise<void> {
  // Before anything is written down: a commit that cannot be finished would stand in the way of all others.
  requireOwnFolders(root, [...plan.files, ...plan.additions]);
  const written = await writeDown(root, plan);
  try {
    await apply(root, plan.commit, written);
  } catch (error) {
    if (!(error instanceof RingtoolError)) throw error;
    throw new RingtoolError(error.code, `${error.message}; the change is written down but not finished`, {
      hint: 'it will be finished by the next command that changes the store, once the reason is gone',
      cause: error,
    });
  }
}
