/** "Did you mean": what another product's word stands for, else the nearest of a few known words. */
import { foreignSpelling } from './foreign-spellings.ts';

/** Words longer than this are not misspelled keywords. */
const LONGEST = 24;

/** Insertions, deletions, replacements and swaps of neighbours that lead from one word to the other. */
function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The nearest word, or null when none is near: two mistakes at the most, one in a word of up to four letters. */
export function suggest(word: string, known: readonly string[]): string | null {
  const foreign = foreignSpelling(word, known);
  if (foreign !== null) return foreign;
  if (word.length < 2 || word.length > LONGEST) return null;
  let best: string | null = null;
  let least = word.length <= 4 ? 2 : 3;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= least) continue;
    const mistakes = distance(word, candidate);
    if (mistakes < least) {
      best = candidate;
      least = mistakes;
    }
  }
  return best;
}
