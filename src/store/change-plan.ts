/** From a change set to what happens to files: entities numbered, unchanged ones left alone, the index kept up. */
import type { Change, ChangeSet } from '../core/change.ts';
import type { CertificateEntry, Entity } from '../core/entities.ts';
import { isRingtoolError, unreachable } from '../core/errors.ts';
import { dirname } from 'node:path';
import { readCertificate, writeEntity } from './entity-files.ts';
import { readText, requireWritable } from './files.ts';
import { historyAddition, historyLine } from './history.ts';
import { type IndexChanges, noteCertificate, planIndex } from './index-plan.ts';
import type { FileChange, Plan } from './journal.ts';
import { entityFile, STORE_FILE } from './layout.ts';
import { writeStoreFile } from './settings.ts';
import type { HistoryEntry } from './store.ts';

/** What shall stand in a file in the end; `entity` is null for settings and deletions. */
interface Wanted {
  readonly file: string;
  readonly text: string | null;
  readonly change: Change;
  readonly entity: Entity | null;
}

/** Gives numbers in the order of the change set to what has none yet. */
function numbered(entity: Entity, next: () => number): Entity {
  if (!('sequence' in entity) || entity.sequence > 0) return entity;
  return { ...entity, sequence: next() };
}

function wanted(change: Change, next: () => number): Wanted {
  switch (change.action) {
    case 'put': {
      const entity = numbered(change.entity, next);
      return { file: entityFile(entity), text: writeEntity(entity), change, entity };
    }
    case 'delete':
      return { file: entityFile(change), text: null, change, entity: null };
    case 'settings':
      return { file: STORE_FILE, text: writeStoreFile(change.settings), change, entity: null };
    default:
      return unreachable(change);
  }
}

function certificateBefore(text: string | null, file: string): CertificateEntry | null {
  if (text === null) return null;
  try {
    return readCertificate(text, file);
  } catch (error) {
    // A damaged file may be written over or deleted: that is one way to mend it.
    if (isRingtoolError(error, 'store/corrupt')) return null;
    throw error;
  }
}

function noteForIndex(changes: IndexChanges, { change, entity, file }: Wanted, before: string | null): void {
  const place = entity ?? (change.action === 'delete' ? change : null);
  if (place?.kind !== 'certificate') return;
  const after = entity?.kind === 'certificate' ? entity : null;
  noteCertificate(changes, place, certificateBefore(before, file), after);
}

/** The plan for a change set under the commit number `commit`. Throws before anything is written. */
export function planChanges(root: string, commit: number, changes: ChangeSet, entry: HistoryEntry): Plan {
  let through = commit - 1;
  const next = (): number => ++through;
  // The last word on a file is what counts.
  const last = new Map<string, Wanted>();
  for (const change of changes) {
    const each = wanted(change, next);
    last.set(each.file, each);
  }
  const index: IndexChanges = new Map();
  const files: FileChange[] = [];
  for (const each of last.values()) {
    const before = readText(root, each.file);
    if (before === each.text) continue;
    files.push({ file: each.file, text: each.text });
    noteForIndex(index, each, before);
  }
  const indexPlan = planIndex(root, index);
  through = Math.max(through, commit);
  const history = historyAddition(root, historyLine(commit, entry, changes));
  const plan: Plan = {
    commit,
    through,
    files: [...files, ...indexPlan.files],
    additions: [...indexPlan.additions, history],
  };
  for (const folder of new Set([...plan.files, ...plan.additions].map((each) => dirname(each.file)))) {
    requireWritable(root, folder);
  }
  return plan;
}
