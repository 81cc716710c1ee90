/** Functions on numbers. z/OS TSO/E REXX Reference, "Built-in functions". */
import { calculate, compared } from '../arithmetic.ts';
import { LIMITS } from '../../../core/limits.ts';
import { Fault, Stop } from '../faults.ts';
import {
  type Decimal,
  decimal,
  isZero,
  magnitude,
  numberOf,
  plain,
  rounded,
  wholeOf,
  written,
  ZERO,
} from '../number.ts';
import { binaryDigits, hexDigits } from '../characters.ts';
import type { Arguments } from './arguments.ts';
import { type BuiltIns, of } from './built-in.ts';
import { bit, repeated } from './strings.ts';

export const NUMBERS: BuiltIns = {
  ABS: of(1, 1, (v) => calculate('+', '0', v.text(0), v.digits).replace(/^-/, '')),
  DATATYPE: of(1, 2, (v) => {
    if (!v.has(1)) return numberOf(v.text(0)) === null ? 'CHAR' : 'NUM';
    return bit(isOfType(v.text(0), v.option(1, 'NWABLMSUXCD'), v));
  }),
  FORMAT: of(1, 5, format),
  MAX: of(1, 20, (v) => extreme(v, 1)),
  MIN: of(1, 20, (v) => extreme(v, -1)),
  SIGN: of(1, 1, (v) => {
    const number = numeric(v, 0);
    return isZero(number) ? '0' : String(number.sign);
  }),
  TRUNC: of(1, 2, (v) => {
    const [number, places] = [rounded(numeric(v, 0), v.digits), v.whole(1, 0, 0)];
    return cutAt(number, places);
  }),
};

function numeric(v: Arguments, index: number): Decimal {
  const number = numberOf(v.text(index));
  if (number === null) throw v.wrong(`value ${index + 1} is not a number`);
  return number;
}

function extreme(v: Arguments, wanted: number): string {
  let best = numeric(v, 0);
  for (let index = 1; index < v.values.length; index++) {
    const next = numeric(v, index);
    if (compared(next, best, v.digits) === wanted) best = next;
  }
  return written(best, v.digits);
}

const LETTERS: Readonly<Record<string, RegExp>> = {
  A: /^[A-Za-z0-9]+$/,
  L: /^[a-z]+$/,
  M: /^[A-Za-z]+$/,
  U: /^[A-Z]+$/,
  S: /^[A-Za-z0-9.!?_@#$¢]+$/,
};

function isOfType(text: string, type: string, v: Arguments): boolean {
  switch (type) {
    case 'N':
      return numberOf(text) !== null;
    case 'W':
      return wholeOf(text, v.digits) !== null;
    case 'X':
      return hexDigits(text) !== null;
    case 'B':
      return binaryDigits(text) !== null;
    case 'C':
    case 'D':
      throw new Stop(`DATATYPE with ${type} asks for double-byte characters; it is not emulated`);
    default:
      return LETTERS[type]?.test(text) ?? false;
  }
}

/** All digits up to so many places behind the point, which are filled with zeros. */
function cutAt(number: Decimal, places: number): string {
  if (magnitude(number) + places > LIMITS.rexx.string || places > LIMITS.rexx.string) {
    throw new Stop(`a string is longer than ${LIMITS.rexx.string} characters`);
  }
  const drop = -number.exponent - places;
  const digits = drop > 0 ? number.digits.slice(0, Math.max(0, number.digits.length - drop)) : number.digits;
  const kept = decimal(number.sign, digits, drop > 0 ? -places : number.exponent);
  const [whole = '0', fraction = ''] = plain(kept).split('.');
  const sign = !isZero(kept) && kept.sign === -1 ? '-' : '';
  return `${sign}${whole}${places > 0 ? `.${fraction.padEnd(places, '0')}` : ''}`;
}

/** FORMAT without exponents: those that set them are not emulated. */
function format(v: Arguments): string {
  if (v.has(3) || v.has(4)) throw new Stop('FORMAT with exponents is not emulated');
  const text = written(numeric(v, 0), v.digits);
  const number = numberOf(text) ?? ZERO;
  if (text.includes('E')) {
    if (v.has(1) || v.has(2)) throw new Stop('FORMAT of a number that needs an exponent is not emulated');
    return text;
  }
  const shown = v.has(2) ? fixed(number, v.whole(2, 0)) : text;
  if (!v.has(1)) return shown;
  const whole = shown.split('.')[0] ?? '';
  const before = v.whole(1, 1);
  if (whole.length > before) throw new Fault(40, 'FORMAT: the number has more digits before the point');
  return repeated(' ', before - whole.length) + shown;
}

/** Rounded to so many places behind the point. */
function fixed(number: Decimal, places: number): string {
  const digits = magnitude(number) + places;
  return cutAt(digits < 0 ? decimal(1, '0', 0) : rounded(number, digits), places);
}
