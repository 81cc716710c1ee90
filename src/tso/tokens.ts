/**
 * A command as tokens: words, quoted strings and parentheses.
 *
 * Blanks, commas and tabs separate, in any number; a comment may stand wherever they may, and one that is not
 * closed ends with the command (TSO/E Programming Services, "Using the parse service routine").
 */
import { LIMITS } from '../core/limits.ts';
import { codeName, isQuoteLookalike, lookalike } from './characters.ts';
import { problem } from './problem.ts';
import type { Problem } from './operand.ts';

export type Token =
  | { readonly kind: 'word' | 'quoted'; readonly text: string; readonly at: number; readonly end: number }
  | { readonly kind: 'open' | 'close'; readonly at: number; readonly end: number };

const SEPARATORS = ' ,\t\r\n';
const PUNCTUATION = `${SEPARATORS}()'`;

export function tokenize(text: string): readonly Token[] | Problem {
  if (text.length > LIMITS.commandLength) {
    return problem(LIMITS.commandLength, 'RNGT908I', { limit: String(LIMITS.commandLength) });
  }
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (SEPARATORS.includes(character)) {
      at++;
    } else if (text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      at = close === -1 ? text.length : close + 2;
    } else if (character === '(' || character === ')') {
      tokens.push({ kind: character === '(' ? 'open' : 'close', at, end: at + 1 });
      at++;
    } else {
      const token = character === "'" ? quoted(text, at) : word(text, at);
      if (token.kind === 'problem') return token;
      tokens.push(token);
      at = token.end;
    }
  }
  return tokens;
}

function word(text: string, at: number): Token | Problem {
  let end = at;
  while (end < text.length && !PUNCTUATION.includes(text.charAt(end)) && !text.startsWith('/*', end)) {
    const code = text.charCodeAt(end);
    if (lookalike(code) !== null) return misprint(text, end);
    end++;
  }
  const slashes = /^\/+$/.test(text.slice(at, end));
  if (text.charAt(end) === "'" && !slashes) return problem(end, 'RNGT905I', { column: String(end + 1) });
  return { kind: 'word', text: text.slice(at, end), at, end };
}

/** A doubled quote inside stands for one. */
function quoted(text: string, at: number): Token | Problem {
  let content = '';
  let from = at + 1;
  for (;;) {
    const quote = text.indexOf("'", from);
    if (quote === -1) return unclosed(text, at);
    content += text.slice(from, quote);
    if (text.charAt(quote + 1) !== "'") {
      const end = quote + 1;
      const next = text.charAt(end);
      // A slash joins values where RACF has it so: ADDMEM('SYS1.LINKLIB'//NOPADCHK).
      if (next !== '' && next !== '/' && !PUNCTUATION.includes(next)) {
        const code = text.charCodeAt(end);
        return lookalike(code) === null
          ? problem(quote, 'RNGT906I', { column: String(quote + 1) })
          : misprint(text, end);
      }
      return { kind: 'quoted', text: content, at, end };
    }
    content += "'";
    from = quote + 2;
  }
}

/** Where a quote is missing, a typographic one most likely stands in its place: then that is what to say. */
function unclosed(text: string, at: number): Problem {
  for (let i = at + 1; i < text.length; i++) {
    if (isQuoteLookalike(text.charCodeAt(i))) return misprint(text, i);
  }
  return problem(at, 'RNGT902I', { column: String(at + 1) });
}

function misprint(text: string, at: number): Problem {
  const code = text.charCodeAt(at);
  const { name, instead } = lookalike(code) ?? { name: 'a character', instead: 'a blank' };
  return problem(at, 'RNGT903I', { column: String(at + 1), name, code: codeName(code), instead });
}
