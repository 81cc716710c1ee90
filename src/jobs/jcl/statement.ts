/**
 * One JCL statement: name, operation and operand field, over as many lines as it takes.
 *
 * z/OS MVS JCL Reference, "Format of statements" and "Continuing statements".
 */
import { LIMITS } from '../../core/limits.ts';
import type { SourceLine } from '../carrier.ts';

export interface Statement {
  /** Empty when there is none: a concatenated DD. */
  readonly name: string;
  /** In upper case; empty for the null statement `//`. */
  readonly operation: string;
  /** Operands as written, without the comment behind them; of IF the expression up to THEN. */
  readonly field: string;
  /** Line of its first character. */
  readonly line: number;
  /** Index of the line after its last. */
  readonly next: number;
  /** What is wrong with it; null when nothing is. */
  readonly error: string | null;
}

/** JCL ends in column 71; 72 and what follows are not operands. */
const LAST_COLUMN = 71;
/** Where a quoted value goes on. */
const QUOTED_COLUMN = 16;

export function isStatement(text: string): boolean {
  return text.startsWith('//') && !text.startsWith('//*');
}

/** Reads the statement that begins in `lines[index]`, which `isStatement`. */
export function readStatement(lines: readonly SourceLine[], index: number): Statement {
  const first = lines[index] ?? { text: '//', line: index + 1 };
  const shape = /^\/\/(\S*)(?:\s+(\S+)(?:\s+(.*))?)?\s*$/s.exec(columns(first));
  const name = withBlanks(shape?.[1] ?? '');
  const operation = withBlanks(shape?.[2] ?? '').toUpperCase();
  const rest = shape?.[3] ?? '';
  const { field, next, error } = operation === 'IF' ? ifField(lines, index, rest) : readOperands(lines, index, rest);
  return { name, operation, field: withBlanks(field), line: first.line, next, error };
}

/** A placeholder that is left, with words in it: its blanks do not end an operand. */
const WORDS = /\{\{[^{}]{1,200}\}\}|[<{[][A-Za-z_][A-Za-z0-9_./ -]{0,200}[\]>}]/g;
/** Stands for such a blank while a statement is taken apart. */
const KEPT = '\u0001';

/** Columns 1 to 71 of a line. */
function columns({ text }: SourceLine): string {
  const operands = text.slice(0, LAST_COLUMN);
  return operands.replace(WORDS, (placeholder) => placeholder.replaceAll(' ', KEPT));
}

function withBlanks(text: string): string {
  return text.replaceAll(KEPT, ' ');
}

type Operands = Pick<Statement, 'field' | 'next' | 'error'>;

/** Lines that continue the one before: `//`, a blank, and text; comments between are passed over. */
function continuation(lines: readonly SourceLine[], next: number, start: number): string | null {
  const line = lines[next];
  if (line === undefined || next - start >= LIMITS.jclStatementLines) return null;
  const text = columns(line);
  return /^\/\/\s+\S/.test(text) ? text : null;
}

function readOperands(lines: readonly SourceLine[], index: number, rest: string): Operands {
  const parts: string[] = [];
  let part = operandField(rest, false, lines[index]?.text.length ?? 0);
  let next = index + 1;
  parts.push(part.text);
  while (part.continues) {
    while (lines[next]?.text.startsWith('//*') === true) next++;
    const text = continuation(lines, next, index);
    if (text === null) break;
    const from = part.quoted ? quotedStart(text) : text.slice(2).search(/\S/) + 2;
    part = operandField(text.slice(from), part.quoted, lines[next]?.text.length ?? 0);
    parts.push(part.text);
    next++;
  }
  // A sign in column 72 continues the comment; the next line is one too.
  if (!part.continues && /^\/\/.{69}[^ 0-9]/.test(lines[next - 1]?.text ?? '')) {
    const text = continuation(lines, next, index);
    if (text !== null && !/^\/\/ {0,13}(?:JOB|EXEC|DD|SET|IF|ELSE|ENDIF|PROC|PEND|INCLUDE)\b/i.test(text)) next++;
  }
  if (part.quoted) return { field: parts.join(''), next, error: 'a quote is opened and not closed' };
  const cut = part.atEnd && /^.{70}\S\S/.test(lines[next - 1]?.text ?? '');
  return { field: parts.join(''), next, error: cut ? 'the operands go on behind column 71' : null };
}

/** Column 16, or earlier where the text begins earlier. */
function quotedStart(text: string): number {
  return Math.min(text.slice(2).search(/\S/) + 2, QUOTED_COLUMN - 1);
}

interface Field {
  readonly text: string;
  readonly continues: boolean;
  /** Ended inside quotes, which go on in the next line. */
  readonly quoted: boolean;
  /** Nothing stands behind it up to column 71. */
  readonly atEnd: boolean;
}

/** The operands up to the first blank outside quotes; what stands behind it is a comment. */
function operandField(rest: string, startsQuoted: boolean, written: number): Field {
  let quoted = startsQuoted;
  for (let at = 0; at < rest.length; at++) {
    const character = rest.charAt(at);
    if (character === "'") quoted = !quoted;
    else if ((character === ' ' || character === '\t') && !quoted) {
      return { text: rest.slice(0, at), continues: rest.charAt(at - 1) === ',', quoted: false, atEnd: false };
    }
  }
  // A quoted value goes on up to column 71: blanks that an editor cut off belong to it.
  const text = quoted && written < LAST_COLUMN ? rest + ' '.repeat(LAST_COLUMN - written) : rest;
  return { text, continues: quoted || rest.endsWith(','), quoted, atEnd: true };
}

/** The relational expression: it has blanks in it and ends with the word THEN. */
function ifField(lines: readonly SourceLine[], index: number, rest: string): Operands {
  const parts: string[] = [];
  let text: string | null = rest;
  let next = index + 1;
  while (text !== null) {
    const end = /(?:^|[\s)'])THEN(?=\s|$)/i.exec(text);
    parts.push((end === null ? text : text.slice(0, end.index + end[0].length - 4)).trim());
    if (end !== null) return { field: parts.join(' ').trim(), next, error: null };
    while (lines[next]?.text.startsWith('//*') === true) next++;
    text = continuation(lines, next, index)?.slice(2) ?? null;
    if (text !== null) next++;
  }
  return { field: parts.join(' ').trim(), next, error: 'the IF statement has no THEN' };
}
