/**
 * Expressions as trees. Operators of one priority stand side by side, so that long concatenations are not deep.
 *
 * z/OS TSO/E REXX Reference, "Expressions and operators".
 */
import { LIMITS } from '../../core/limits.ts';
import { Fault, Stop } from './faults.ts';
import type { TokenReader } from './token-reader.ts';

/** A part of a compound name: a constant, or a variable whose value takes its place. */
export type TailPart = { readonly constant: string } | { readonly variable: string };

export type Reference =
  | { readonly kind: 'variable'; readonly name: string }
  /** `LINE.`: all of them at once. The name has its period. */
  | { readonly kind: 'stem'; readonly name: string }
  /** `LINE.I.1` has the stem `LINE.` and the tail `I`, `1`. */
  | { readonly kind: 'compound'; readonly name: string; readonly tail: readonly TailPart[] };

export type Expression =
  | Reference
  | { readonly kind: 'constant'; readonly value: string }
  /** `bypass`: the name was in quotes, so routines of the exec do not count. */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly bypass: boolean;
      readonly values: readonly (Expression | null)[];
    }
  /** Nearest the operand first. */
  | { readonly kind: 'prefix'; readonly operators: readonly string[]; readonly operand: Expression }
  | { readonly kind: 'chain'; readonly first: Expression; readonly rest: readonly Link[] };

export interface Link {
  /** As scanned; `' '` is concatenation with a blank, `''` without. */
  readonly operator: string;
  readonly operand: Expression;
}

/** From the loosest to the tightest; each is evaluated from left to right. */
const PRIORITIES: readonly ReadonlySet<string>[] = [
  new Set(['|', '&&']),
  new Set(['&']),
  new Set(['=', '\\=', '>', '<', '>=', '<=', '==', '\\==', '>>', '<<', '>>=', '<<=']),
  new Set(['||']),
  new Set(['+', '-']),
  new Set(['*', '/', '%', '//']),
  new Set(['**']),
];
const CONCATENATION = 3;

const PREFIXES: ReadonlySet<string> = new Set(['+', '-', '\\']);

/** A word that may name a variable, as it stands for a value: constants are themselves. */
export function referenceOf(symbol: string): Reference | null {
  if (/^[0-9.]/.test(symbol)) return null;
  const period = symbol.indexOf('.');
  if (period === -1) return { kind: 'variable', name: symbol };
  const name = symbol.slice(0, period + 1);
  if (name === symbol) return { kind: 'stem', name };
  const tail = symbol
    .slice(period + 1)
    .split('.')
    .map((part) => (part === '' || /^\d/.test(part) ? { constant: part } : { variable: part }));
  return { kind: 'compound', name, tail };
}

/** Reads an expression up to the end of its clause, a closing sign, or one of the `stops`; null when none is there. */
export function readExpression(reader: TokenReader, stops: ReadonlySet<string> = NONE, nesting = 0): Expression | null {
  return startsOperand(reader, stops) ? readPriority(reader, stops, nesting, 0) : null;
}

const NONE: ReadonlySet<string> = new Set();

function startsOperand(reader: TokenReader, stops: ReadonlySet<string>): boolean {
  const token = reader.peek();
  if (token.kind === 'symbol') return !stops.has(token.text);
  return token.kind === 'string' || token.kind === '(' || token.kind === 'operator';
}

function readPriority(reader: TokenReader, stops: ReadonlySet<string>, nesting: number, priority: number): Expression {
  const operators = PRIORITIES[priority];
  if (operators === undefined) return readPrefixed(reader, stops, nesting);
  const first = readPriority(reader, stops, nesting, priority + 1);
  const rest: Link[] = [];
  for (;;) {
    const token = reader.peek();
    let operator: string;
    if (token.kind === 'operator' && operators.has(token.text)) {
      operator = token.text === '||' ? '' : token.text;
      reader.next();
    } else if (
      priority === CONCATENATION &&
      startsOperand(reader, stops) &&
      (token.kind !== 'operator' || token.text === '\\')
    ) {
      operator = token.blank ? ' ' : '';
    } else break;
    rest.push({ operator, operand: readPriority(reader, stops, nesting, priority + 1) });
  }
  return rest.length === 0 ? first : { kind: 'chain', first, rest };
}

function readPrefixed(reader: TokenReader, stops: ReadonlySet<string>, nesting: number): Expression {
  const operators: string[] = [];
  for (let token = reader.peek(); token.kind === 'operator'; token = reader.peek()) {
    if (!PREFIXES.has(token.text)) throw new Fault(35, `an operand is missing before ${token.text}`, token.line);
    operators.unshift(token.text);
    reader.next();
  }
  const operand = readOperand(reader, stops, nesting);
  return operators.length === 0 ? operand : { kind: 'prefix', operators, operand };
}

function readOperand(reader: TokenReader, stops: ReadonlySet<string>, nesting: number): Expression {
  const token = reader.peek();
  if (!startsOperand(reader, stops)) throw new Fault(35, 'an operand is missing', token.line);
  reader.next();
  if (nesting > LIMITS.rexx.expression) throw new Stop('too many parentheses within each other', token.line);
  if (token.kind === '(') {
    const inner = readExpression(reader, NONE, nesting + 1);
    if (inner === null) throw new Fault(35, 'nothing stands between the parentheses', token.line);
    close(reader, token.line);
    return inner;
  }
  const after = reader.peek();
  if (after.kind === '(' && !after.blank) {
    reader.next();
    const values = readValues(reader, nesting + 1);
    close(reader, token.line);
    return { kind: 'call', name: token.text, bypass: token.kind === 'string', values };
  }
  if (token.kind === 'string') return { kind: 'constant', value: token.text };
  return referenceOf(token.text) ?? { kind: 'constant', value: token.text };
}

function close(reader: TokenReader, line: number): void {
  const token = reader.next();
  if (token.kind === 'end') throw new Fault(36, '', line);
  if (token.kind !== ')') throw new Fault(37, token.text, token.line);
}

/** Values with commas between them; a missing one is null, and none at all is an empty list. */
export function readValues(reader: TokenReader, nesting = 0): readonly (Expression | null)[] {
  const values: (Expression | null)[] = [];
  for (;;) {
    values.push(readExpression(reader, NONE, nesting));
    if (reader.peek().kind !== ',') break;
    reader.next();
  }
  while (values.length > 0 && values.at(-1) === null) values.pop();
  return values;
}
