/** The history: one line a commit, only ever added to. */
import type { Change, ChangeSet } from '../core/change.ts';
import { isRingtoolError, unreachable } from '../core/errors.ts';
import { mappingOwnerText, ownerText } from '../core/owner.ts';
import { sizeOf } from './files.ts';
import { eachLineFromEnd, endsWhole } from './history-lines.ts';
import type { Addition } from './journal.ts';
import { jsonLine, parseFields } from './json.ts';
import { HISTORY_FILE } from './layout.ts';
import type { HistoryEntry, HistoryRecord } from './store.ts';

/** Changes spelled out in one line of the history. */
const CHANGES_TOLD = 100;

function told(change: Change): string {
  if (change.action === 'settings') return 'change settings';
  const what = change.action === 'put' ? change.entity : change;
  switch (what.kind) {
    case 'certificate':
      return `${change.action} certificate ${ownerText(what.owner)} ${what.label}`;
    case 'ring':
      return `${change.action} ring ${what.owner}/${what.name}`;
    case 'mapping':
      return `${change.action} mapping ${mappingOwnerText(what.owner)} ${what.label}`;
    case 'profile':
      return `${change.action} profile ${what.class} ${what.name}`;
    case 'icsf-key':
      return `${change.action} ICSF key ${what.label}`;
    case 'token':
      return `${change.action} token ${what.name}`;
    case 'key':
    case 'user':
    case 'group':
      return `${change.action} ${what.kind} ${what.id}`;
    default:
      return unreachable(what);
  }
}

export function historyLine(commit: number, entry: HistoryEntry, changes: ChangeSet): string {
  return jsonLine({
    commit,
    when: entry.when,
    user: entry.user,
    command: entry.command,
    changed: changes.slice(0, CHANGES_TOLD).map(told),
    more: Math.max(0, changes.length - CHANGES_TOLD),
  });
}

/** Stands for a line that cannot be read: something was done, and nobody knows what. */
const UNREADABLE: HistoryRecord = {
  commit: 0,
  when: '?',
  user: '?',
  command: '(a damaged line of the history)',
  changed: [],
  more: 0,
};

/** The record in a line; null for a damaged one. */
export function readRecord(line: string | null): HistoryRecord | null {
  try {
    const fields = parseFields(line ?? '', HISTORY_FILE);
    return {
      commit: fields.number('commit'),
      when: fields.text('when'),
      user: fields.text('user'),
      command: fields.text('command'),
      changed: fields.list('changed').map(String),
      more: fields.number('more'),
    };
  } catch (error) {
    if (isRingtoolError(error, 'store/corrupt')) return null;
    throw error;
  }
}

/** The last `limit` commits, newest first. One damaged line takes none of the others with it. */
export function readHistory(root: string, limit: number): readonly HistoryRecord[] {
  const records: HistoryRecord[] = [];
  if (limit > 0) {
    eachLineFromEnd(root, (line) => {
      records.push(readRecord(line) ?? UNREADABLE);
      return records.length < limit;
    });
  }
  return records;
}

/** What is wrong with the history, in words; null when nothing is. Nothing else depends on it. */
export function historyDamage(root: string): string | null {
  if (!endsWhole(root)) return 'has a last line that is not whole';
  let lines = 0;
  let bad = 0;
  let firstFromEnd = 0;
  eachLineFromEnd(root, (line) => {
    lines++;
    if (readRecord(line) !== null) return true;
    bad++;
    firstFromEnd = lines;
    return true;
  });
  if (bad === 0) return null;
  const where = `line ${lines - firstFromEnd + 1}`;
  return bad === 1 ? `has a damaged line (${where})` : `has ${bad} damaged lines (the first is ${where})`;
}

/** The line as it is added to the history: on a line of its own also where the last one was never finished. */
export function historyAddition(root: string, line: string): Addition {
  return { file: HISTORY_FILE, at: sizeOf(root, HISTORY_FILE), text: endsWhole(root) ? line : `\n${line}` };
}
