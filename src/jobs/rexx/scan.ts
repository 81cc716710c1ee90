/**
 * An exec to words and signs: comments, strings, symbols, operators, and where clauses end.
 *
 * z/OS TSO/E REXX Reference, "Structure and general syntax". A comma at the end of a line continues it and stands
 * for a blank.
 */
import { binaryDigits, binaryToHex, fromHex, hexDigits, textOf, upper } from './characters.ts';
import { LIMITS } from '../../core/limits.ts';
import { Fault, Stop } from './faults.ts';

/** `end` is a semicolon or the end of a line. */
export type TokenKind = 'symbol' | 'string' | 'operator' | '(' | ')' | ',' | ':' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** A symbol in upper case, a string's value, an operator in its plainest spelling (`\=` for every not-equal). */
  readonly text: string;
  readonly line: number;
  /** A blank stands in front. */
  readonly blank: boolean;
}

const SYMBOL = /[A-Za-z0-9.!?_@#$¢]+/y;
/** A number whose exponent has a sign. */
const SIGNED_EXPONENT = /(?:\d+(?:\.\d*)?|\.\d+)[Ee][+-]\d+/y;
const BLANK = /[ \t\f\v]+/y;
const OPERATOR_SIGNS = '+-*/%|&=\\¬^><';

/** By length, for the longest first. Blanks may stand between the signs of one. */
const OPERATORS: ReadonlySet<string> = new Set([
  ...['\\==', '/==', '>>=', '<<=', '\\>>', '\\<<'],
  ...['**', '//', '||', '&&', '==', '\\=', '/=', '><', '<>', '>=', '<=', '\\>', '\\<', '>>', '<<'],
  ...['+', '-', '*', '/', '%', '|', '&', '=', '\\', '>', '<'],
]);

const PLAINEST: Readonly<Record<string, string>> = {
  '/=': '\\=',
  '><': '\\=',
  '<>': '\\=',
  '/==': '\\==',
  '\\>': '<=',
  '\\<': '>=',
  '\\>>': '<<=',
  '\\<<': '>>=',
};

/** Throws a `Fault` that names the line. */
export function scan(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let at = 0;
  let blank = false;

  const push = (kind: TokenKind, text: string): void => {
    tokens.push({ kind, text, line, blank });
    blank = false;
    if (tokens.length > LIMITS.rexx.tokens)
      throw new Stop(`the exec has more than ${LIMITS.rexx.tokens} words and signs`, line);
  };
  const matched = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(source)?.[0] ?? null;
  };

  while (at < source.length) {
    const character = source.charAt(at);
    if (character === '\n') {
      const last = tokens.at(-1);
      if (last?.kind === ',') {
        tokens.pop();
        blank = true;
      } else if (last !== undefined && last.kind !== 'end') push('end', '');
      line++;
      at++;
    } else if (source.startsWith('/*', at)) {
      const comment = passComment(source, at, line);
      at = comment.next;
      line = comment.line;
    } else if (character === "'" || character === '"') {
      const string = readString(source, at, line);
      push('string', string.value);
      at = string.next;
    } else if (OPERATOR_SIGNS.includes(character)) {
      const operator = readOperator(source, at);
      push('operator', PLAINEST[operator.text] ?? operator.text);
      at = operator.next;
    } else if ('(),:;'.includes(character)) {
      push(character === ';' ? 'end' : (character as TokenKind), character);
      at++;
    } else {
      const space = matched(BLANK);
      const symbol = space === null ? (matched(SIGNED_EXPONENT) ?? matched(SYMBOL)) : null;
      if (space !== null) blank = true;
      else if (symbol !== null) push('symbol', upper(symbol));
      else throw invalid(source, at, line);
      at += (space ?? symbol ?? '').length;
    }
  }
  push('end', '');
  return tokens;
}

function invalid(source: string, at: number, line: number): Fault {
  const code = source.codePointAt(at) ?? 0;
  const shown = code > 0x20 && code < 0x7f ? String.fromCodePoint(code) : '';
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const quote = code >= 0x2018 && code <= 0x201f ? ', a typographic quote' : code === 0xa0 ? ', a no-break space' : '';
  return new Fault(13, shown === '' ? `${name}${quote}` : shown, line);
}

/** Comments stand within each other. */
function passComment(source: string, from: number, first: number): { readonly next: number; readonly line: number } {
  let depth = 0;
  let line = first;
  for (let at = from; at < source.length; at++) {
    if (source.startsWith('/*', at)) {
      depth++;
      at++;
    } else if (source.startsWith('*/', at)) {
      depth--;
      at++;
      if (depth === 0) return { next: at + 1, line };
    } else if (source.charAt(at) === '\n') line++;
  }
  throw new Fault(6, 'the comment that begins here does not end', first);
}

function readString(source: string, from: number, line: number): { readonly value: string; readonly next: number } {
  const quote = source.charAt(from);
  const parts: string[] = [];
  let at = from + 1;
  for (;;) {
    const close = source.indexOf(quote, at);
    const part = close === -1 ? '\n' : source.slice(at, close);
    if (part.includes('\n')) throw new Fault(6, `the quote ${quote} is not closed`, line);
    parts.push(part);
    at = close + 1;
    if (source.charAt(at) !== quote) break;
    parts.push(quote);
    at++;
  }
  const value = parts.join('');
  const kind = upper(source.charAt(at));
  SYMBOL.lastIndex = at + 1;
  if ((kind !== 'X' && kind !== 'B') || SYMBOL.test(source)) return { value, next: at };
  const digits = kind === 'X' ? hexDigits(value) : binaryDigits(value);
  if (digits === null) {
    const what = kind === 'X' ? 'hexadecimal' : 'binary';
    throw new Fault(15, `a string directly before the letter ${kind} is a ${what} one`, line);
  }
  return { value: textOf(fromHex(kind === 'X' ? digits : binaryToHex(digits))), next: at + 1 };
}

function readOperator(source: string, from: number): { readonly text: string; readonly next: number } {
  let text = '';
  let next = from;
  for (let at = from; text.length < 3; at++) {
    const character = source.charAt(at);
    if (character === ' ' || character === '\t') continue;
    if (character === '' || !OPERATOR_SIGNS.includes(character) || source.startsWith('/*', at)) break;
    const longer = text + (character === '¬' || character === '^' ? '\\' : character);
    if (!OPERATORS.has(longer)) break;
    text = longer;
    next = at + 1;
  }
  return { text, next };
}
