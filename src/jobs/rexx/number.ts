/**
 * Decimal numbers: what text is one, and how one is written.
 *
 * z/OS TSO/E REXX Reference, "Numbers and arithmetic".
 */
import { LIMITS } from '../../core/limits.ts';
import { Fault } from './faults.ts';

/** `sign * digits * 10^exponent`; zero is the digit 0 with exponent 0. */
export interface Decimal {
  readonly sign: 1 | -1;
  /** Without leading zeros. */
  readonly digits: string;
  readonly exponent: number;
}

export const ZERO: Decimal = { sign: 1, digits: '0', exponent: 0 };

const SHAPE = /^([+-]?) *(\d*)(\.?)(\d*)(?:[Ee]([+-]?\d{1,9}))?$/;

/** The number that `text` is; null when it is none. Blanks may stand around it and behind its sign. */
export function numberOf(text: string): Decimal | null {
  const [, sign, whole = '', , fraction = '', power = '0'] = SHAPE.exec(withoutBlanks(text)) ?? [];
  if (whole === '' && fraction === '') return null;
  return decimal(sign === '-' ? -1 : 1, whole + fraction, Number(power) - fraction.length);
}

export function isZero(number: Decimal): boolean {
  return number.digits === '0';
}

export function decimal(sign: 1 | -1, digits: string, exponent: number): Decimal {
  const significant = digits.replace(/^0+/, '');
  return significant === '' ? ZERO : { sign, digits: significant, exponent };
}

/** The power of ten of its first digit, plus one: how many digits stand before the point. */
export function magnitude(number: Decimal): number {
  return number.exponent + number.digits.length;
}

/** Rounded half up to so many significant digits. */
export function rounded(number: Decimal, digits: number): Decimal {
  const extra = number.digits.length - digits;
  if (extra <= 0) return number;
  const kept = number.digits.slice(0, digits);
  const exponent = number.exponent + extra;
  if (number.digits.charAt(digits) < '5') return decimal(number.sign, kept, exponent);
  const up = (BigInt(kept === '' ? '0' : kept) + 1n).toString();
  return up.length > digits && digits > 0
    ? { sign: number.sign, digits: up.slice(0, digits), exponent: exponent + 1 }
    : { sign: number.sign, digits: up, exponent };
}

/** An operand as an operation takes it: one digit more than NUMERIC DIGITS, the others cut off. */
export function operand(number: Decimal, digits: number): Decimal {
  const extra = number.digits.length - digits - 1;
  return extra <= 0
    ? number
    : { ...number, digits: number.digits.slice(0, digits + 1), exponent: number.exponent + extra };
}

/** The result of an operation as text: with an exponent when it needs more digits than there are. */
export function written(result: Decimal, digits: number): string {
  const number = rounded(result, digits);
  if (isZero(number)) return '0';
  const sign = number.sign === -1 ? '-' : '';
  const before = magnitude(number);
  if (Math.abs(before - 1) > LIMITS.rexx.exponent) throw new Fault(42);
  if (before > digits || -number.exponent > 2 * digits) {
    const [first = '', rest = ''] = [number.digits.slice(0, 1), number.digits.slice(1)];
    const power = before - 1;
    return `${sign}${first}${rest === '' ? '' : `.${rest}`}E${power < 0 ? '-' : '+'}${Math.abs(power)}`;
  }
  return sign + plain(number);
}

/** All digits, without sign and exponent; the caller has made sure that there are not too many. */
export function plain(number: Decimal): string {
  const { digits, exponent } = number;
  if (exponent >= 0) return digits + '0'.repeat(exponent);
  const before = magnitude(number);
  return before > 0 ? `${digits.slice(0, before)}.${digits.slice(before)}` : `0.${'0'.repeat(-before)}${digits}`;
}

/** The whole number that `text` is; null when it is none or needs more than so many digits. */
export function wholeOf(text: string, digits: number): number | null {
  const number = numberOf(text);
  if (number === null) return null;
  const short = rounded(number, digits);
  if (isZero(short)) return 0;
  if (magnitude(short) > Math.min(digits, 15) || magnitude(short) < 1) return null;
  const shown = plain(short);
  return /\.0*[1-9]/.test(shown) ? null : short.sign * Number(shown);
}

/** A loop, because a pattern anchored at the end takes quadratic time on a long run of blanks. */
function withoutBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && text.charAt(from) === ' ') from++;
  while (to > from && text.charAt(to - 1) === ' ') to--;
  return text.slice(from, to);
}
