/**
 * The list of all certificates, from the index alone.
 *
 * At a hundred thousand of them, most of the time would go into collecting garbage: so the lines are put in
 * order by numbers first, and a record is made of each only when its turn comes.
 */
import { corrupt } from './failures.ts';
import { bucketFile, readSummary } from './index-lines.ts';
import { INDEX } from './layout.ts';
import type { BucketReader } from './reads.ts';
import type { CertificateSummary } from './store.ts';

/** Lines that can be told apart in one number beside their sequence: two million, with sequences below 2^32. */
const LINES = 2 ** 21;

/** The whole list as one text; what follows the last line end of a file is still being written. */
function listText(buckets: BucketReader): string {
  const texts: string[] = [];
  for (let i = 0; i < 256; i++) {
    const text = buckets(bucketFile('all', i.toString(16).padStart(2, '0')));
    texts.push(text.slice(0, text.lastIndexOf('\n') + 1));
  }
  return texts.join('');
}

/** Where each line ends. Plain numbers: a record for each would be garbage by the hundred thousand. */
function lineEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) ends.push(end);
  return ends;
}

/** The number that ends the line, read backwards; 0 for a line that ends otherwise. */
function sequenceBefore(text: string, end: number): number {
  let sequence = 0;
  let power = 1;
  for (let at = end - 1; at >= 0; at--, power *= 10) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit < 0 || digit > 9) break;
    sequence += digit * power;
  }
  return sequence;
}

/** Numbers of lines in order of addition. */
function inOrder(sequences: readonly number[]): Iterable<number> {
  if (sequences.length >= LINES || sequences.some((each) => each >= 2 ** 32)) {
    return sequences.map((_, i) => i).sort((a, b) => (sequences[a] ?? 0) - (sequences[b] ?? 0));
  }
  // Sorted as plain numbers: several times faster than with a comparison of our own.
  const keys = Float64Array.from(sequences, (each, i) => each * LINES + i).sort();
  return keys.map((key) => key % LINES);
}

/** Every certificate in order of addition. Throws `store/corrupt` for a line that says none. */
export function* eachSummary(buckets: BucketReader): Generator<CertificateSummary> {
  const text = listText(buckets);
  const ends = lineEnds(text);
  for (const i of inOrder(ends.map((end) => sequenceBefore(text, end)))) {
    const start = i === 0 ? 0 : (ends[i - 1] ?? 0) + 1;
    const summary = readSummary(text, start, ends[i]);
    if (summary) yield summary;
    else if (text.slice(start, ends[i]).trim() !== '') throw corrupt(INDEX, 'has a line that cannot be read');
  }
}
