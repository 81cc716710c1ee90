/**
 * One JCL statement: name, operation and operand field, over as many lines as it takes.
 *
 * z/OS MVS JCL Reference, "Format of statements" and "Continuing statements".
 */
import { LIMITS } from '../core/limits.ts';
import type { SourceLine } from './carrier.ts';

export interface Statement {
  /** Empty when there is none: a concatenated DD. */
  readonly name: string;
  /** In upper case; empty for the null statement `//`. */
  readonly operation: string;
  /** Parameters as written, in order. */
  readonly parameters: readonly string[];
  /** Line of its first character. */
  readonly line: number;
  /** Index of the line after its last. */
  readonly next: number;
}

/** JCL ends in column 71; 72 and what follows are not operands. */
const LAST_COLUMN = 71;

export function isStatement(text: string): boolean {
  return text.startsWith('//') && !text.startsWith('//*');
}

/** Reads the statement that begins in `lines[index]`, which `isStatement`. */
export function readStatement(lines: readonly SourceLine[], index: number): Statement {
  const first = lines[index] ?? { text: '//', line: index + 1 };
  const shape = /^\/\/(\S*)(?:\s+(\S+)(?:\s+(.*))?)?$/.exec(first.text.slice(0, LAST_COLUMN).trimEnd());
  const name = shape?.[1] ?? '';
  const operation = (shape?.[2] ?? '').toUpperCase();
  let field = operandField(shape?.[3] ?? '', false);
  let written = field.text;
  let next = index + 1;
  // A relational expression has blanks in it and is not read here.
  while (operation !== 'IF' && field.continues && next < lines.length && next - index < LIMITS.jclStatementLines) {
    const line = lines[next]?.text ?? '';
    next++;
    if (line.startsWith('//*')) continue;
    const more = /^\/\/\s+(\S.*)$/.exec(line.slice(0, LAST_COLUMN));
    if (more === null) {
      next--;
      break;
    }
    field = operandField(more[1] ?? '', field.quoted);
    written += field.text;
  }
  return { name, operation, parameters: splitParameters(written), line: first.line, next };
}

interface Field {
  readonly text: string;
  readonly continues: boolean;
  /** Ended inside quotes, which go on in the next line. */
  readonly quoted: boolean;
}

/** The operands up to the first blank outside quotes; what stands behind it is a comment. */
function operandField(rest: string, startsQuoted: boolean): Field {
  let quoted = startsQuoted;
  for (let at = 0; at < rest.length; at++) {
    const character = rest.charAt(at);
    if (character === "'") quoted = !quoted;
    else if (character === ' ' && !quoted) {
      return { text: rest.slice(0, at), continues: rest.charAt(at - 1) === ',', quoted: false };
    }
  }
  return { text: rest, continues: quoted || rest.endsWith(','), quoted };
}

/** At commas outside quotes and parentheses. */
function splitParameters(field: string): readonly string[] {
  const parameters: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at <= field.length; at++) {
    const character = field.charAt(at);
    if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    if (at === field.length || (character === ',' && depth <= 0)) {
      parameters.push(field.slice(from, at));
      from = at + 1;
    }
  }
  if (from <= field.length && quoted) parameters.push(field.slice(from));
  return parameters.filter((each) => each !== '');
}

/** The value of `KEYWORD=value`, without the quotes around it; null when the parameter is not there. */
export function parameter(statement: Statement, keyword: string): string | null {
  const start = `${keyword}=`;
  const found = statement.parameters.find((each) => each.toUpperCase().startsWith(start));
  if (found === undefined) return null;
  const value = found.slice(start.length);
  const bare = /^'(.*)'$/s.exec(value);
  return bare === null ? value : (bare[1] ?? '').replaceAll("''", "'").replaceAll('&&', '&');
}

/** True when a positional parameter such as `*` or `DATA` is given. */
export function hasPositional(statement: Statement, ...words: readonly string[]): boolean {
  const first = statement.parameters[0]?.toUpperCase();
  return first !== undefined && words.includes(first);
}
