/** Functions on words, which blanks separate. z/OS TSO/E REXX Reference, "Built-in functions". */
import type { Exec } from '../exec.ts';
import type { Arguments } from './arguments.ts';
import { type BuiltIns, of } from './built-in.ts';
import { repeated } from './strings.ts';

export const WORDS: BuiltIns = {
  DELWORD: of(2, 3, (v) => {
    const [text, first, count] = [v.text(0), v.whole(1, 1), v.whole(2, 0, Number.MAX_SAFE_INTEGER)];
    const starts = startsOf(text);
    const from = starts[first - 1];
    if (from === undefined || count === 0) return text;
    return text.slice(0, from) + text.slice(starts[first - 1 + count] ?? text.length);
  }),
  FIND: of(2, 2, (v, exec) => phrase(exec, v.text(1), v.text(0), 1)),
  SPACE: of(1, 3, (v) => wordsOf(v.text(0)).join(repeated(v.pad(2), v.whole(1, 0, 1)))),
  SUBWORD: of(2, 3, (v) => {
    const [text, first] = [v.text(0), v.whole(1, 1)];
    const starts = startsOf(text);
    const count = v.whole(2, 0, starts.length);
    const from = starts[first - 1];
    if (from === undefined || count === 0) return '';
    const part = text.slice(from, starts[first - 1 + count] ?? text.length);
    return part.slice(0, lengthWithoutBlanks(part));
  }),
  WORD: of(2, 2, (v) => wordsOf(v.text(0))[v.whole(1, 1) - 1] ?? ''),
  WORDINDEX: of(2, 2, (v) => String((startsOf(v.text(0))[v.whole(1, 1) - 1] ?? -1) + 1)),
  WORDLENGTH: of(2, 2, (v) => String(wordsOf(v.text(0))[v.whole(1, 1) - 1]?.length ?? 0)),
  WORDPOS: of(2, 3, (v, exec) => phrase(exec, v.text(0), v.text(1), v.whole(2, 1, 1))),
  WORDS: of(1, 1, (v) => String(wordsOf(v.text(0)).length)),
  JUSTIFY: of(2, 3, justify),
};

export function wordsOf(text: string): readonly string[] {
  return text.split(' ').filter((word) => word !== '');
}

/** Where each word begins. */
function startsOf(text: string): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== ' ' && (at === 0 || text[at - 1] === ' ')) starts.push(at);
  }
  return starts;
}

function lengthWithoutBlanks(text: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === ' ') end--;
  return end;
}

/** The number of the word from which on the words of `wanted` stand in `text`. */
function phrase(exec: Exec, wanted: string, text: string, start: number): string {
  const [words, those] = [wordsOf(text), wordsOf(wanted)];
  if (those.length === 0) return '0';
  exec.spendSearch(those.length, words.length);
  for (let at = start - 1; at + those.length <= words.length; at++) {
    if (those.every((word, index) => words[at + index] === word)) return String(at + 1);
  }
  return '0';
}

function justify(v: Arguments): string {
  const [length, pad] = [v.whole(1, 0), v.pad(2)];
  const words = wordsOf(v.text(0));
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  const gaps = words.length - 1;
  const blanks = length - letters;
  if (gaps < 1 || blanks < gaps) {
    const line = words.join(' ').slice(0, length);
    return line + repeated(pad, length - line.length);
  }
  const [each, more] = [Math.floor(blanks / gaps), blanks % gaps];
  return words.map((word, index) => word + repeated(pad, index < gaps ? each + (index < more ? 1 : 0) : 0)).join('');
}
