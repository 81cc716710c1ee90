/** After an interruption: a commit that was written down whole is finished, a torn one cleared away. */
import { isRingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { readText } from './files.ts';
import { hash } from './hash.ts';
import { type Addition, carryOut, clearJournal, journalNames, type Move, type Written } from './journal.ts';
import { fieldsOf, parseFields } from './json.ts';
import { isStorePath, JOURNAL } from './layout.ts';

/**
 * True when all new contents are there, at the latest place they can have reached. Once one has been moved, all
 * were on the disk before: then a file that is in neither place was changed by hand since, and stays so.
 */
function isComplete(root: string, moves: readonly Move[]): boolean {
  let missing = false;
  for (const { file, ready, fingerprint } of moves) {
    if (ready === null) continue;
    const content = readText(root, ready, LIMITS.storeFile);
    if (content !== null) missing ||= hash(content) !== fingerprint;
    else if (hash(readText(root, file, LIMITS.storeFile) ?? '') === fingerprint) return true;
    else missing = true;
  }
  return !missing;
}

/** What stands in a journal file that was written whole; null for a torn one. Throws `store/corrupt` for nonsense. */
function readPlan(root: string, name: string): Written | null {
  const file = `${JOURNAL}/${name}`;
  const text = readText(root, file, LIMITS.storeFile) ?? '';
  const end = text.indexOf('\n');
  const body = text.slice(end + 1, -1);
  if (end < 0 || !text.endsWith('\n') || hash(body) !== text.slice(0, end)) return null;
  const fields = parseFields(body, file);
  const moves = fields.list('moves').map((each): Move => {
    const inner = fieldsOf(each, file);
    return { file: inner.text('file'), ready: inner.textOrNull('ready'), fingerprint: inner.text('fingerprint') };
  });
  const additions = fields.list('additions').map((each): Addition => {
    const inner = fieldsOf(each, file);
    return { file: inner.text('file'), at: inner.number('at'), text: inner.text('text') };
  });
  return { through: fields.number('through'), moves, additions };
}

/** A plan that can be carried out; null for one that has not happened. */
function readWritten(root: string, name: string): Written | null {
  const written = readPlan(root, name);
  if (written === null) return null;
  // A store may come from somebody else: its journal moves nothing out of the store or into it.
  const isOurs = ({ file }: { readonly file: string }): boolean => isStorePath(file);
  const { moves, additions } = written;
  const lies = moves.every(({ ready }) => ready === null || /^journal\/\d+[-/]\d+$/.test(ready));
  if (!lies || !moves.every(isOurs) || !additions.every(isOurs)) return null;
  return isComplete(root, moves) ? written : null;
}

/** The number in `12.json`; null for other names. */
function commitOf(name: string): number | null {
  const commit = /^([1-9]\d*)\.json$/.exec(name)?.[1];
  return commit === undefined ? null : Number(commit);
}

/** Numbers of the commits whose journal is nonsense, which nobody can finish or clear away. */
export function damagedJournals(root: string): readonly number[] {
  return journalNames(root).flatMap((name) => {
    const commit = commitOf(name);
    try {
      if (commit !== null) readPlan(root, name);
      return [];
    } catch (error) {
      if (commit === null || !isRingtoolError(error, 'store/corrupt')) throw error;
      return [commit];
    }
  });
}

/** True when a commit was interrupted, or is under way. */
export function isPending(root: string): boolean {
  return journalNames(root).length > 0;
}

/**
 * Finishes an interrupted commit that is whole, clears away one that is torn. The lock must be held.
 * Returns the highest number used up by what was finished; 0 when there was nothing.
 */
export async function recover(root: string): Promise<number> {
  let through = 0;
  for (const name of journalNames(root)) {
    const commit = commitOf(name);
    if (commit === null) continue;
    const written = readWritten(root, name);
    if (!written) continue;
    await carryOut(root, commit, written);
    through = Math.max(through, written.through);
  }
  clearJournal(root);
  return through;
}
