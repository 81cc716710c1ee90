/** How the index changes with a commit: lines added where that will do, small files written anew elsewhere. */
import type { CertificateEntry } from '../core/entities.ts';
import { isRingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import type { Owner } from '../core/owner.ts';
import { readCertificate } from './entity-files.ts';
import { corrupt } from './failures.ts';
import { listFolder, readText, sizeOf } from './files.ts';
import { INDEX_FAMILIES, INDEX_FILE, type IndexLine, indexLines, summaryLine, summaryPlace } from './index-lines.ts';
import { readSizes, sizeAdditions, sizesText } from './index-sizes.ts';
import type { Addition, FileChange } from './journal.ts';
import { CERTIFICATES, entityNames, INDEX } from './layout.ts';

interface BucketChange {
  readonly dropped: string[];
  readonly added: string[];
}

/** Gathers what happens to each file of the index. */
export type IndexChanges = Map<string, BucketChange>;

function bucketOf(changes: IndexChanges, bucket: string): BucketChange {
  const known = changes.get(bucket);
  if (known) return known;
  const fresh: BucketChange = { dropped: [], added: [] };
  changes.set(bucket, fresh);
  return fresh;
}

function linesOf(entry: CertificateEntry | null): readonly IndexLine[] {
  if (!entry) return [];
  try {
    return indexLines(entry);
  } catch (error) {
    // What was never a certificate is in no index; `check` names it.
    if (isRingtoolError(error, 'x509/bad-certificate')) return [];
    throw error;
  }
}

/** Notes that a certificate now is `after` instead of `before`; null stands for "not there". */
export function noteCertificate(
  changes: IndexChanges,
  place: { readonly owner: Owner; readonly label: string },
  before: CertificateEntry | null,
  after: CertificateEntry | null,
): void {
  if (before && after && Buffer.from(before.der).equals(after.der)) {
    // The common case: trust, rings or flags have changed, which only the list of all speaks of.
    const [old, fresh] = [summaryLine(before), summaryLine(after)];
    if (old.line === fresh.line) return;
    bucketOf(changes, old.bucket).dropped.push(old.start);
    bucketOf(changes, old.bucket).added.push(fresh.line);
    return;
  }
  const old = linesOf(before);
  const fresh = after ? indexLines(after) : [];
  const has = (lines: readonly IndexLine[], line: string): boolean => lines.some((each) => each.line === line);
  for (const each of old) if (!has(fresh, each.line)) bucketOf(changes, each.bucket).dropped.push(each.start);
  for (const each of fresh) if (!has(old, each.line)) bucketOf(changes, each.bucket).added.push(each.line);
  if (old.length === 0) {
    // Not there, or not readable: a line in the list of all may be left over all the same.
    const { bucket, start } = summaryPlace(place.owner, place.label);
    bucketOf(changes, bucket).dropped.push(start);
  }
}

export function readBucket(root: string, file: string): string {
  return readText(root, file, LIMITS.storeFile) ?? '';
}

function joined(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the lines with such a start stand in a text; without their line ends. */
function linesStarting(text: string, start: string): readonly Span[] {
  const found: Span[] = [];
  let from = text.startsWith(start) ? 0 : text.indexOf(`\n${start}`) + 1;
  while (from > 0 || (found.length === 0 && text.startsWith(start))) {
    const end = text.indexOf('\n', from);
    if (end < 0) break;
    found.push({ from, to: end });
    from = text.indexOf(`\n${start}`, end) + 1;
  }
  return found;
}

/** More blanks than lines, and enough of them to matter. */
function mostlyBlank(text: string, more: number): boolean {
  let blank = more;
  for (const [line] of text.matchAll(/^ +$/gm)) blank += line.length;
  return blank > 4096 && blank * 2 > text.length;
}

/**
 * Changes lines where they stand, so that a change costs the same in a large file as in a small one: by a new
 * line of the same length, else by blanks. A file that is mostly blanks is written anew.
 */
function planBucket(
  file: string,
  text: string,
  { dropped, added }: BucketChange,
): { files: FileChange[]; additions: Addition[] } {
  const spans = dropped.flatMap((start) => linesStarting(text, start));
  const rest = [...added];
  const additions: Addition[] = [];
  let blanked = 0;
  for (const { from, to } of spans) {
    const length = Buffer.byteLength(text.slice(from, to));
    const fits = rest.findIndex((line) => Buffer.byteLength(line) === length);
    const line = fits < 0 ? ' '.repeat(length) : (rest.splice(fits, 1)[0] ?? '');
    if (fits < 0) blanked += length;
    additions.push({ file, at: Buffer.byteLength(text.slice(0, from)), text: line });
  }
  if (blanked > 0 && mostlyBlank(text, blanked)) {
    const gone = new Set(spans.map(({ from }) => from));
    const kept: string[] = [];
    for (let at = 0, end = text.indexOf('\n'); end >= 0; at = end + 1, end = text.indexOf('\n', at)) {
      if (!gone.has(at) && text.slice(at, end).trim() !== '') kept.push(text.slice(at, end));
    }
    const whole = joined([...kept, ...added]);
    return { files: [{ file, text: whole === '' ? null : whole }], additions: [] };
  }
  if (rest.length > 0) additions.push({ file, at: Buffer.byteLength(text), text: joined(rest) });
  return { files: [], additions };
}

export interface IndexPlan {
  readonly files: readonly FileChange[];
  readonly additions: readonly Addition[];
}

/** Length of a file after a plan for it. */
function sizeAfter(before: number, { files, additions }: IndexPlan): number {
  const [whole] = files;
  if (whole !== undefined) return Buffer.byteLength(whole.text ?? '');
  return Math.max(before, ...additions.map(({ at, text }) => at + Buffer.byteLength(text)));
}

/** Throws `store/corrupt` for a damaged file: added to, it would look sound. */
export function planIndex(root: string, changes: IndexChanges): IndexPlan {
  // Most changes to a store are not about certificates, and need no look at the index.
  if (changes.size === 0) return { files: [], additions: [] };
  const files: FileChange[] = [];
  const additions: Addition[] = [];
  const sizes = readSizes(root);
  const changed = new Map<string, number>();
  for (const [file, change] of changes) {
    if (change.dropped.length === 0 && change.added.length === 0) continue;
    const before = sizeOf(root, file);
    if (before !== sizes(file)) throw corrupt(file, 'is damaged, and cannot be added to');
    const planned: IndexPlan =
      change.dropped.length > 0
        ? planBucket(file, readBucket(root, file), change)
        : { files: [], additions: [{ file, at: before, text: joined(change.added) }] };
    files.push(...planned.files);
    additions.push(...planned.additions);
    changed.set(file, sizeAfter(before, planned));
  }
  return { files, additions: [...additions, ...sizeAdditions(changed)] };
}

/** Every certificate that can be read, with its file. */
export function* readableCertificates(root: string): Generator<CertificateEntry> {
  for (const owner of listFolder(root, CERTIFICATES)) {
    for (const name of entityNames(unlessCorrupt(() => listFolder(root, `${CERTIFICATES}/${owner}`)) ?? [])) {
      const file = `${CERTIFICATES}/${owner}/${name}`;
      const entry = unlessCorrupt(() => {
        const text = readText(root, file);
        return text === null ? null : readCertificate(text, file);
      });
      if (entry) yield entry;
    }
  }
}

function unlessCorrupt<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isRingtoolError(error, 'store/corrupt')) return null;
    throw error;
  }
}

/** The whole index as it must be: text by file. */
export function buildIndex(entries: Iterable<CertificateEntry>): Map<string, string> {
  const lines = new Map<string, string[]>();
  for (const entry of entries) {
    for (const { bucket, line } of linesOf(entry)) {
      const known = lines.get(bucket);
      if (known) known.push(line);
      else lines.set(bucket, [line]);
    }
  }
  const texts = new Map([...lines].map(([file, each]) => [file, joined(each)]));
  const sizes = new Map([...texts].map(([file, text]) => [file, Buffer.byteLength(text)]));
  return texts.set(INDEX_FILE, sizesText(sizes));
}

/** Changes that turn the index on the disk into `wanted`. */
export function replaceIndex(root: string, wanted: ReadonlyMap<string, string>): readonly FileChange[] {
  const files: FileChange[] = [...wanted].map(([file, text]) => ({ file, text }));
  for (const family of INDEX_FAMILIES) {
    for (const name of listFolder(root, `${INDEX}/${family}`)) {
      const file = `${INDEX}/${family}/${name}`;
      if (!wanted.has(file)) files.push({ file, text: null });
    }
  }
  return files;
}
