/** Checks a store, and mends what can be derived again: the index, the mirror of the rings, PKDS keys, permissions. */
import type { CertificateEntry, RingEntry } from '../core/entities.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { isRingtoolError } from '../core/errors.ts';
import { ownerText, type RingRef } from '../core/owner.ts';
import { certificateFields } from './certificate-fields.ts';
import { type Contents, narrow, problem, readContents, strayLocks, tooOpen } from './check-files.ts';
import { checkReferences } from './check-references.ts';
import type { Alone } from './commit.ts';
import { writeEntity } from './entity-files.ts';
import { removeFile, sizeOf } from './files.ts';
import { historyDamage } from './history.ts';
import { INDEX_FILE } from './index-lines.ts';
import { buildIndex, readBucket, replaceIndex } from './index-plan.ts';
import { indexFiles, readSizes } from './index-sizes.ts';
import { carryOutWhole, type FileChange } from './journal.ts';
import { isPending } from './recovery.ts';
import { certificateFile, HISTORY_FILE, INDEX, JOURNAL, ringFile } from './layout.ts';
import type { CheckReport, StoreProblem } from './store.ts';

function checkDuplicates(found: Contents): void {
  const first = new Map<string, string>();
  for (const [file, entry] of found.certificates) {
    const { issuer, serial } = certificateFields(entry.der);
    const key = `${nameMatchKey(issuer)}#${serial}`;
    const other = first.get(key);
    if (other === undefined) first.set(key, file);
    else found.problems.push(problem('duplicate', file, `has the same issuer and serial number as ${other}`));
  }
}

function holds(ring: RingEntry | undefined, entry: CertificateEntry): boolean {
  const file = certificateFile(entry.owner, entry.label);
  return ring?.connections.some((each) => certificateFile(each.owner, each.label) === file) ?? false;
}

/** Certificates as they must be when the rings are right: in their old order, what is missing at the end. */
function mirrored(found: Contents): ReadonlyMap<string, CertificateEntry> {
  const mended = new Map<string, CertificateEntry>();
  const missing = new Map<string, RingRef[]>();
  for (const [file, ring] of found.rings) {
    for (const each of ring.connections) {
      const target = certificateFile(each.owner, each.label);
      const entry = found.certificates.get(target);
      if (!entry) {
        const text = `connects ${ownerText(each.owner)} ${each.label}, which is not there`;
        found.problems.push(problem('ring-mirror', file, text));
      } else if (!entry.rings.some((ref) => ringFile(ref.owner, ref.name) === file)) {
        const known = missing.get(target) ?? [];
        missing.set(target, [...known, { owner: ring.owner, name: ring.name }]);
      }
    }
  }
  for (const [file, entry] of found.certificates) {
    const kept = entry.rings.filter((ref) => holds(found.rings.get(ringFile(ref.owner, ref.name)), entry));
    const more = missing.get(file) ?? [];
    if (kept.length !== entry.rings.length || more.length > 0)
      mended.set(file, { ...entry, rings: [...kept, ...more] });
  }
  return mended;
}

/** The lines of a file of the index in order; blank ones are left from what was deleted. */
function linesIn(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.sort().join('\n');
}

function sameLines(a: string, b: string): boolean {
  return a === b || ((a === '' || a.endsWith('\n')) && linesIn(a) === linesIn(b));
}

/** How many files of the index do not say what the certificates say, or are not as long as they should be. */
function indexDrift(root: string, wanted: readonly FileChange[]): number {
  const sizes = readSizes(root);
  const drifted = wanted.filter(({ file, text }) => {
    return file !== INDEX_FILE && !sameLines(readBucket(root, file), text ?? '');
  });
  const wrong = new Set(drifted.map(({ file }) => file));
  for (const file of indexFiles()) if (sizeOf(root, file) !== sizes(file)) wrong.add(file);
  return wrong.size;
}

function historyProblem(root: string): string | null {
  try {
    return historyDamage(root);
  } catch (error) {
    if (!isRingtoolError(error)) throw error;
    return error.message;
  }
}

export interface CheckMeans {
  /** Writes a set of files as one commit; null when nothing is to be mended. */
  readonly mend: ((files: readonly FileChange[]) => Promise<void>) | null;
}

/** Checks everything. With the means to, mends what is derivable and says so of each problem. */
export async function checkStore(root: string, means: CheckMeans): Promise<CheckReport> {
  const found = readContents(root);
  const problems: StoreProblem[] = found.problems;
  const mended = means.mend !== null;
  const files: FileChange[] = [...checkReferences(found, mended)];
  checkDuplicates(found);
  for (const [file, entry] of mirrored(found)) {
    problems.push(problem('ring-mirror', file, 'does not list the rings that connect it, or lists others', mended));
    files.push({ file, text: writeEntity(entry) });
  }
  const index = replaceIndex(root, buildIndex(found.certificates.values()));
  const drift = indexDrift(root, index);
  if (drift > 0) {
    problems.push(problem('index', INDEX, `${drift} of its files are damaged or out of date`, mended));
    // All of it: the lengths of the others may differ by blanks.
    files.push(...index);
  }
  if (means.mend && files.length > 0) await means.mend(files);
  const damage = historyProblem(root);
  if (damage !== null) problems.push(problem('unreadable', HISTORY_FILE, damage));
  for (const file of strayLocks(root)) {
    if (mended) removeFile(root, file);
    problems.push(problem('stray-file', file, 'was left behind by a process that was killed', mended));
  }
  if (isPending(root)) problems.push(problem('stray-file', JOURNAL, 'holds an unfinished commit'));
  for (const { file, mode } of tooOpen(root)) {
    const narrowed = mended && narrow(root, file, mode);
    problems.push(problem('permissions', file, 'is open to others than its owner', narrowed));
  }
  return { checked: found.checked, problems };
}

/** Mends under a commit number of its own. */
export function mendingUnder(root: string, { number, verify, committed }: Alone): CheckMeans['mend'] {
  return async (files) => {
    verify();
    await carryOutWhole(root, { commit: number, through: number, files, additions: [] });
    committed(number);
  };
}
