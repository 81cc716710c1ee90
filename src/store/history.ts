/** The history: one line a commit, only ever added to. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { Change, ChangeSet } from '../core/change.ts';
import { unreachable } from '../core/errors.ts';
import { ownerText } from '../core/owner.ts';
import { systemCode } from '../core/system-code.ts';
import { storeFailure } from './failures.ts';
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
    case 'key':
    case 'user':
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

function readRecord(line: string): HistoryRecord {
  const fields = parseFields(line, HISTORY_FILE);
  return {
    commit: fields.number('commit'),
    when: fields.text('when'),
    user: fields.text('user'),
    command: fields.text('command'),
    changed: fields.list('changed').map(String),
    more: fields.number('more'),
  };
}

const PIECE = 64 * 1024;

/** The last `limit` commits, newest first, read from the end of the file. */
export function readHistory(root: string, limit: number): readonly HistoryRecord[] {
  if (limit <= 0) return [];
  let descriptor: number;
  try {
    descriptor = fs.openSync(join(root, HISTORY_FILE), 'r');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw storeFailure(error, HISTORY_FILE, 'read');
  }
  try {
    let tail = Buffer.alloc(0);
    let at = fs.fstatSync(descriptor).size;
    let lines = 0;
    // One line end more than lines wanted, so that the first of them is whole.
    while (at > 0 && lines <= limit) {
      const piece = Buffer.alloc(Math.min(PIECE, at));
      at -= piece.length;
      fs.readSync(descriptor, piece, 0, piece.length, at);
      for (const byte of piece) if (byte === 0x0a) lines++;
      tail = Buffer.concat([piece, tail]);
    }
    // What follows the last line end is still being written.
    const whole = tail.toString('utf8').split('\n').slice(0, -1);
    return whole.slice(-limit).reverse().map(readRecord);
  } catch (error) {
    throw storeFailure(error, HISTORY_FILE, 'read');
  } finally {
    fs.closeSync(descriptor);
  }
}
