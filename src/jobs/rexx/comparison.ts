/**
 * Comparisons: numbers by value, other texts padded with blanks, strict ones character by character.
 *
 * z/OS TSO/E REXX Reference, "Comparison". Letters have the order of EBCDIC: small ones, large ones, digits.
 */
import { compared } from './arithmetic.ts';
import { bytesOf } from './characters.ts';
import { numberOf } from './number.ts';

const STRICT: ReadonlySet<string> = new Set(['==', '\\==', '>>', '<<', '>>=', '<<=']);

export function isComparison(operator: string): boolean {
  return STRICT.has(operator) || ['=', '\\=', '>', '<', '>=', '<='].includes(operator);
}

/** Whether `left operator right` holds. */
export function holds(operator: string, left: string, right: string, digits: number): boolean {
  if (operator === '==') return left === right;
  if (operator === '\\==') return left !== right;
  if (STRICT.has(operator)) return fits(operator.replace(/^([<>])\1/, '$1'), order(left, right));
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== null && b !== null) return fits(operator, compared(a, b, digits));
  const [x, y] = padded(trimmed(left), trimmed(right));
  if (operator === '=') return x === y;
  if (operator === '\\=') return x !== y;
  return fits(operator, order(x, y));
}

function fits(operator: string, sign: number): boolean {
  switch (operator) {
    case '=':
      return sign === 0;
    case '\\=':
      return sign !== 0;
    case '>':
      return sign > 0;
    case '<':
      return sign < 0;
    case '>=':
      return sign >= 0;
    default:
      return sign <= 0;
  }
}

function order(left: string, right: string): number {
  return left === right ? 0 : Buffer.compare(bytesOf(left), bytesOf(right));
}

function padded(left: string, right: string): readonly [string, string] {
  const length = Math.max(left.length, right.length);
  return [left.padEnd(length), right.padEnd(length)];
}

function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (text.charAt(from) === ' ') from++;
  while (to > from && text.charAt(to - 1) === ' ') to--;
  return text.slice(from, to);
}
