/**
 * What the index says of one certificate: a line in each of four families of files.
 *
 * Each family is spread over 256 small files by fingerprint, so that a look-up reads some kilobytes whatever
 * the size of the store. Three of them lead from a fingerprint to the certificates' files; the fourth is the
 * list of all. Everything in it can be derived again from the certificates.
 */
import type { CertificateEntry, TrustStatus } from '../core/entities.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { anchorOf, type Owner, ownerOfAnchor } from '../core/owner.ts';
import { certificateFields } from './certificate-fields.ts';
import { hash, hashBytes } from './hash.ts';
import { certificateFile, INDEX } from './layout.ts';
import type { CertificateSummary } from './store.ts';

export type LookUp = 'serial' | 'key' | 'subject';
export type IndexFamily = LookUp | 'all';

export const INDEX_FAMILIES: readonly IndexFamily[] = ['serial', 'key', 'subject', 'all'];

/** Says that the index is there, and how long its files are. Without it the index is made anew. */
export const INDEX_FILE = `${INDEX}/sizes.txt`;

export interface IndexLine {
  readonly bucket: string;
  /** Tells the line from the others of its bucket; a newer line with the same start replaces it. */
  readonly start: string;
  readonly line: string;
}

export function bucketFile(family: IndexFamily, fingerprint: string): string {
  return `${INDEX}/${family}/${fingerprint.slice(0, 2)}.txt`;
}

export function serialFingerprint(issuer: Uint8Array, serial: string): string {
  return hash(`${nameMatchKey(issuer)}#${serial}`);
}

export function keyFingerprint(spki: Uint8Array): string {
  return hashBytes(spki);
}

export function subjectFingerprint(subject: Uint8Array): string {
  return hash(nameMatchKey(subject));
}

function leading(family: LookUp, fingerprint: string, file: string): IndexLine {
  const line = `${fingerprint} ${file}`;
  return { bucket: bucketFile(family, fingerprint), start: line, line };
}

/** A label without tabs and line ends, which separate fields and lines here. */
function plain(label: string): string {
  return /[\\\t\n]/.test(label) ? JSON.stringify(label).slice(1, -1).replace(/\t/g, '\\t') : label;
}

function unplain(text: string): string {
  return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
}

/** Bucket and start of a certificate's line in the list of all. */
export function summaryPlace(owner: Owner, label: string): { readonly bucket: string; readonly start: string } {
  const bucket = bucketFile('all', hash(certificateFile(owner, label)));
  return { bucket, start: `${anchorOf(owner)}\t${plain(label)}\t` };
}

/** A certificate's line in the list of all. */
export function summaryLine(entry: CertificateEntry, notAfter = certificateFields(entry.der).notAfter): IndexLine {
  const { bucket, start } = summaryPlace(entry.owner, entry.label);
  // As wide as the widest: a change of trust then takes the place of the old line.
  const rest = [notAfter.toISOString(), entry.status.padEnd(9), entry.keyId === null ? 0 : 1, entry.sequence];
  return { bucket, start, line: start + rest.join('\t') };
}

/** The four lines of a certificate; throws `x509/bad-certificate` for one that is none. */
export function indexLines(entry: CertificateEntry): readonly IndexLine[] {
  const fields = certificateFields(entry.der);
  const file = certificateFile(entry.owner, entry.label);
  return [
    leading('serial', serialFingerprint(fields.issuer, fields.serial), file),
    leading('key', keyFingerprint(fields.spki), file),
    leading('subject', subjectFingerprint(fields.subject), file),
    summaryLine(entry, fields.notAfter),
  ];
}

/** Files that a bucket names for a fingerprint. A last line without its end is still being written. */
export function filesInBucket(text: string, fingerprint: string): readonly string[] {
  const files = new Set<string>();
  for (let at = text.indexOf(fingerprint); at >= 0; at = text.indexOf(fingerprint, at + 1)) {
    const end = text.indexOf('\n', at);
    if (end < 0) break;
    const lineStart = at === 0 || text.charAt(at - 1) === '\n';
    if (lineStart && text.charAt(at + fingerprint.length) === ' ')
      files.add(text.slice(at + fingerprint.length + 1, end));
  }
  return [...files].sort();
}

const STATUSES: ReadonlyMap<string, TrustStatus> = new Map([
  ['TRUST    ', 'TRUST'],
  ['NOTRUST  ', 'NOTRUST'],
  ['HIGHTRUST', 'HIGHTRUST'],
]);

let latestAnchor = 'irrcerta';
let latestOwner = ownerOfAnchor(latestAnchor);

/** The owner of a line; mostly the same as that of the line before. */
function ownerOf(anchor: string): Owner {
  if (anchor !== latestAnchor) {
    latestOwner = ownerOfAnchor(anchor);
    latestAnchor = anchor;
  }
  return latestOwner;
}

/** One line of the list of all; null for one that is damaged or blank. */
export function readSummary(text: string, at = 0, end = text.length): CertificateSummary | null {
  const labelAt = text.indexOf('\t', at) + 1;
  const dateAt = text.indexOf('\t', labelAt) + 1;
  const statusAt = text.indexOf('\t', dateAt) + 1;
  const status = STATUSES.get(text.slice(statusAt, statusAt + 9));
  // Behind the status: a tab, one digit, a tab, the number.
  const tail = statusAt + 9;
  if (labelAt <= at || dateAt <= labelAt || statusAt <= dateAt || tail + 4 > end || status === undefined) return null;
  return {
    owner: ownerOf(text.slice(at, labelAt - 1)),
    label: unplain(text.slice(labelAt, dateAt - 1)),
    notAfter: text.slice(dateAt, statusAt - 1),
    status,
    hasKey: text.charAt(tail + 1) === '1',
    sequence: Number(text.slice(tail + 3, end)),
  };
}
