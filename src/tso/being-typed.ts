/** A command that is being typed: what is still open at its end, and what may stand there. */
import type { OperandTable } from './operand.ts';

export interface Completions {
  /** What the candidates replace: the end of the text. */
  readonly typed: string;
  /** Whole words, in the order to offer them. */
  readonly candidates: readonly string[];
}

/** The words of a text that are still open: keywords with their parenthesis, then what is being typed. */
export interface Open {
  /** In upper case, the innermost last. */
  readonly keywords: readonly string[];
  readonly typed: string;
  readonly quoted: boolean;
}

/** Beyond so many, candidates are no help. */
const MOST = 200;

/** Quotes and parentheses decide; comments and doubled quotes need no care here: nobody completes in them. */
export function openAt(text: string): Open {
  const keywords: string[] = [];
  let word = '';
  let start = 0;
  let quotedFrom = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quotedFrom >= 0) {
      if (character === "'") {
        quotedFrom = -1;
        start = at + 1;
      }
      continue;
    }
    if (character === "'") quotedFrom = at;
    else if (character === '(') keywords.push(word.toUpperCase());
    else if (character === ')') keywords.pop();
    if (/[A-Za-z0-9@#$.*_-]/.test(character)) {
      // A blank may stand between a keyword and its parenthesis.
      if (start === at) word = '';
      word += character;
    } else start = at + 1;
    if (character === ')') word = '';
  }
  const from = quotedFrom >= 0 ? quotedFrom : start;
  return { keywords, typed: text.slice(from), quoted: quotedFrom >= 0 };
}

/** Those of `offered` that begin as typed, in any case. */
export function fitting({ typed, quoted }: Open, offered: readonly string[]): Completions {
  const start = (quoted ? typed.replace(/^'/, '') : typed).toUpperCase();
  const candidates = offered.filter((each) => each.replace(/^'/, '').toUpperCase().startsWith(start));
  return { typed, candidates: candidates.slice(0, MOST) };
}

/** The keywords of a level, with their parenthesis where one must follow. */
export function keywordsOf(table: OperandTable): readonly string[] {
  return Object.entries(table).map(([name, { takes }]) => (takes === 'value' ? `${name}(` : name));
}
