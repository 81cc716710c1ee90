/**
 * The line of a script that a command most likely comes from: a shell does not tell.
 *
 * The line that has most of the command's first words in their order; of several the next after the one before, for
 * scripts mostly run downwards.
 */
import { LIMITS } from '../../core/limits.ts';
import { linesOf, type SourceLine } from '../carrier.ts';
import { STAND_INS } from './calls.ts';

/** Words of a command that are looked for. */
const WORDS = 8;
/** Lines that are looked at: more hold no command in a script that a person wrote. */
const CANDIDATES = 2_000;
/** Characters of each: the first words of a command stand far in front of this. */
const SEARCHED = 4_000;

export type Locator = (call: string) => number;

/** `call` is the command, or for what is no command the name called. */
export function locator(text: string): Locator {
  const named = new RegExp(`\\b(?:${STAND_INS.join('|')})\\b`, 'i');
  const quotes = /["'`]\s*[A-Z]/i;
  const candidates = joined(linesOf(text))
    .filter((each) => (named.test(each.text) || quotes.test(each.text)) && !/^\s*#/.test(each.text))
    .slice(0, CANDIDATES)
    .map((each) => ({
      text: each.text.slice(0, SEARCHED).toUpperCase(),
      line: each.line,
      named: named.test(each.text),
    }));
  let last = 0;
  return (call) => {
    // The stand-in racdcert adds its own name to what is typed, in capitals.
    const words = call
      .toUpperCase()
      .split(/[\s(),'"]+/)
      .filter((word) => word !== '');
    let best = { score: 0, line: 1, ahead: false };
    for (const { text: written, line, named: calls } of candidates) {
      // Functions of the script hand commands on: there only the command itself says that it is one.
      if (!calls && !begins(written, words[0] ?? '')) continue;
      const score = common(words.slice(0, WORDS), written);
      const ahead = line >= last;
      if (score > best.score || (score === best.score && score > 0 && ahead && !best.ahead)) {
        best = { score, line, ahead };
      }
    }
    last = best.line + (best.score > 0 ? 1 : 0);
    return best.line;
  };
}

/** The command `name` stands at the beginning of something in quotes. */
function begins(written: string, name: string): boolean {
  return name !== '' && ['"', "'", '`'].some((quote) => written.includes(`${quote}${name} `));
}

/** Lines that go on behind a backslash as one, at the place of their first; so much of each as words are looked for in. */
function joined(lines: readonly SourceLine[]): readonly SourceLine[] {
  const whole: { text: string; readonly line: number }[] = [];
  let open: { text: string; readonly line: number } | null = null;
  for (const { text, line } of lines) {
    const goesOn = text.endsWith('\\') && !/^\s*#/.test(text);
    const part = goesOn ? text.slice(0, -1) : text;
    if (open === null) {
      open = { text: part, line };
      whole.push(open);
    } else if (open.text.length < LIMITS.commandLength) open.text += part;
    if (!goesOn) open = null;
  }
  return whole;
}

/** How many of `words` stand in `written` in this order, those that variables made left out. */
function common(words: readonly string[], written: string): number {
  let from = 0;
  let count = 0;
  for (const word of words) {
    const at = written.indexOf(word, from);
    if (at === -1) continue;
    from = at + word.length;
    count++;
  }
  return count;
}
