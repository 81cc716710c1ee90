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
import { LIMITS } from '../core/limits.ts';
import { storeFailure, systemCode } from './failures.ts';
import { listFolder, makeFolder, readText, removeFile, synchronise } from './files.ts';
import { hash } from './hash.ts';
import { fieldsOf } from './json.ts';
import { isStorePath, JOURNAL } from './layout.ts';

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

interface Move {
  readonly file: string;
  /** The file that lies ready; null: `file` is to be deleted. */
  readonly ready: string | null;
  readonly fingerprint: string;
}

interface Written {
  readonly through: number;
  readonly moves: readonly Move[];
  readonly additions: readonly Addition[];
}

function journalFile(commit: number): string {
  return `${JOURNAL}/${commit}.json`;
}

function createText(root: string, file: string, text: string): void {
  try {
    fs.writeFileSync(join(root, file), text, { mode: 0o600 });
  } catch (error) {
    throw storeFailure(error, file, 'write');
  }
}

/** Writes the plan down, on the disk itself. When this throws, nothing has happened. */
async function writeDown(root: string, plan: Plan): Promise<Written> {
  const moves = plan.files.map(({ file, text }, i) => ({
    file,
    ready: text === null ? null : `${JOURNAL}/${plan.commit}-${i}`,
    fingerprint: text === null ? '' : hash(text),
  }));
  const written: Written = { through: plan.through, moves, additions: plan.additions };
  try {
    plan.files.forEach(({ text }, i) => {
      const ready = moves[i]?.ready;
      if (text !== null && ready) createText(root, ready, text);
    });
    const names = moves.flatMap((each) => each.ready ?? []);
    if (names.length > 0) await synchronise(root, names, [JOURNAL]);
    // Only now, so that a journal on the disk means that all it speaks of is there too.
    const body = JSON.stringify(written);
    createText(root, journalFile(plan.commit), `${hash(body)}\n${body}\n`);
    await synchronise(root, [journalFile(plan.commit)], [JOURNAL]);
  } catch (error) {
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

function move(root: string, { file, ready }: Move): void {
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

/** Does what was written down, and drops the journal once all of it is on the disk. */
async function carryOut(root: string, commit: number, written: Written): Promise<void> {
  const folders = new Set<string>();
  for (const each of written.moves) {
    move(root, each);
    const folder = dirname(each.file);
    folders.add(folder).add(dirname(folder));
  }
  for (const each of written.additions) {
    add(root, each);
    folders.add(dirname(each.file));
  }
  const added = written.additions.map((each) => each.file);
  await synchronise(root, added, folders);
  removeFile(root, journalFile(commit));
}

/** Commits a plan: after this it is done, and on the disk. The lock must be held. */
export async function carryOutWhole(root: string, plan: Plan): Promise<void> {
  const written = await writeDown(root, plan);
  try {
    await carryOut(root, plan.commit, written);
  } catch (error) {
    if (!(error instanceof RingtoolError)) throw error;
    throw new RingtoolError(error.code, `${error.message}; the change is written down but not finished`, {
      hint: 'it will be finished by the next command that changes the store, once the reason is gone',
      cause: error,
    });
  }
}

function readWritten(root: string, name: string): Written | null {
  const text = readText(root, `${JOURNAL}/${name}`, LIMITS.auditFile) ?? '';
  const end = text.indexOf('\n');
  const body = text.slice(end + 1, -1);
  if (end < 0 || !text.endsWith('\n') || hash(body) !== text.slice(0, end)) return null;
  const fields = fieldsOf(JSON.parse(body), name);
  const moves = fields.list('moves').map((each): Move => {
    const inner = fieldsOf(each, name);
    return { file: inner.text('file'), ready: inner.textOrNull('ready'), fingerprint: inner.text('fingerprint') };
  });
  const additions = fields.list('additions').map((each): Addition => {
    const inner = fieldsOf(each, name);
    return { file: inner.text('file'), at: inner.number('at'), text: inner.text('text') };
  });
  const isReady = ({ ready, fingerprint }: Move): boolean => {
    const content = ready === null ? null : readText(root, ready, LIMITS.auditFile);
    // Not there any more: moved already, which begins only after all of it was on the disk.
    return content === null || hash(content) === fingerprint;
  };
  // A store may come from somebody else: its journal moves nothing out of the store or into it.
  const isOurs = ({ file }: { readonly file: string }): boolean => isStorePath(file);
  const lies = moves.every(({ ready }) => ready === null || /^journal\/\d+-\d+$/.test(ready));
  if (!lies || !moves.every(isOurs) || !additions.every(isOurs)) return null;
  return moves.every(isReady) ? { through: fields.number('through'), moves, additions } : null;
}

/** True when a commit was interrupted, or is under way. */
export function isPending(root: string): boolean {
  return listFolder(root, JOURNAL).length > 0;
}

/**
 * Finishes an interrupted commit that is whole, clears away one that is torn. The lock must be held.
 * Returns the highest number used up by what was finished; 0 when there was nothing.
 */
export async function recover(root: string): Promise<number> {
  const names = listFolder(root, JOURNAL);
  let through = 0;
  for (const name of names) {
    const commit = /^([1-9]\d*)\.json$/.exec(name)?.[1];
    if (commit === undefined) continue;
    const written = readWritten(root, name);
    if (!written) continue;
    await carryOut(root, Number(commit), written);
    through = Math.max(through, written.through);
  }
  for (const name of names) removeFile(root, `${JOURNAL}/${name}`);
  return through;
}
