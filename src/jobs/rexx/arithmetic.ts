/**
 * The seven operations on decimal numbers, exact to NUMERIC DIGITS.
 *
 * z/OS TSO/E REXX Reference, "Numbers and arithmetic". Results are rounded where they are written.
 */
import { LIMITS } from '../../core/limits.ts';
import { Fault } from './faults.ts';
import {
  type Decimal,
  decimal,
  isZero,
  magnitude,
  numberOf,
  operand,
  rounded,
  wholeOf,
  written,
  ZERO,
} from './number.ts';

/** `a operator b` as text; throws a `Fault` where one of them is no number or the result none. */
export function calculate(operator: string, left: string, right: string, digits: number): string {
  if (operator === '**') {
    const power = wholeOf(right, digits);
    if (power === null) throw new Fault(26, 'the power is not a whole number');
    return written(raised(numeric(left), power, digits), digits);
  }
  const a = operand(numeric(left), digits);
  const b = operand(numeric(right), digits);
  switch (operator) {
    case '+':
      return written(sum(a, b, digits), digits);
    case '-':
      return written(sum(a, negative(b), digits), digits);
    case '*':
      return written(product(a, b), digits);
    case '/':
      return written(quotient(a, b, digits), digits);
    case '%':
      return written(divided(a, b, digits).whole, digits);
    default:
      return written(divided(a, b, digits).rest, digits);
  }
}

/** `-1`, `0` or `1`: how two numbers compare under NUMERIC DIGITS. */
export function compared(a: Decimal, b: Decimal, digits: number): number {
  const difference = sum(operand(a, digits), negative(operand(b, digits)), digits);
  return isZero(difference) ? 0 : difference.sign;
}

export function negative(number: Decimal): Decimal {
  return isZero(number) ? number : { ...number, sign: number.sign === 1 ? -1 : 1 };
}

function numeric(text: string): Decimal {
  const number = numberOf(text);
  if (number === null) throw new Fault(41, 'one of the values is not a number');
  return number;
}

function fromInteger(value: bigint, exponent: number): Decimal {
  return value < 0n ? decimal(-1, (-value).toString(), exponent) : decimal(1, value.toString(), exponent);
}

function integer(number: Decimal): bigint {
  return BigInt(number.digits) * BigInt(number.sign);
}

function sum(a: Decimal, b: Decimal, digits: number): Decimal {
  if (isZero(a)) return rounded(b, digits);
  if (isZero(b)) return rounded(a, digits);
  const [large, small] = magnitude(a) >= magnitude(b) ? [a, b] : [b, a];
  // Far below the last digit that counts, the smaller one is no more than its sign.
  const least = magnitude(large) - digits - 3;
  const other: Decimal =
    magnitude(small) < least ? { sign: small.sign, digits: '1', exponent: Math.min(least, large.exponent) } : small;
  const exponent = Math.min(large.exponent, other.exponent);
  const scaled = (each: Decimal): bigint => integer(each) * 10n ** BigInt(each.exponent - exponent);
  return fromInteger(scaled(large) + scaled(other), exponent);
}

function product(a: Decimal, b: Decimal): Decimal {
  return fromInteger(integer(a) * integer(b), a.exponent + b.exponent);
}

function quotient(a: Decimal, b: Decimal, digits: number): Decimal {
  if (isZero(b)) throw new Fault(42, 'division by zero');
  if (isZero(a)) return ZERO;
  // One digit more than is kept decides how to round.
  const shift = Math.max(0, digits + 1 + b.digits.length - a.digits.length);
  const value = (integer(a) * 10n ** BigInt(shift)) / integer(b);
  return withoutZeros(rounded(fromInteger(value, a.exponent - b.exponent - shift), digits));
}

/** Without trailing zeros: results of division and power have none. */
function withoutZeros(number: Decimal): Decimal {
  if (isZero(number)) return number;
  let end = number.digits.length;
  while (number.digits.charAt(end - 1) === '0') end--;
  return { ...number, digits: number.digits.slice(0, end), exponent: number.exponent + number.digits.length - end };
}

function divided(a: Decimal, b: Decimal, digits: number): { readonly whole: Decimal; readonly rest: Decimal } {
  if (isZero(b)) throw new Fault(42, 'division by zero');
  const places = magnitude(a) - magnitude(b);
  if (isZero(a) || places < 0) return { whole: ZERO, rest: a };
  if (places > digits) throw new Fault(26, 'the quotient needs more digits than NUMERIC DIGITS');
  const exponent = Math.min(a.exponent, b.exponent);
  const left = integer(a) * 10n ** BigInt(a.exponent - exponent);
  const right = integer(b) * 10n ** BigInt(b.exponent - exponent);
  const whole = fromInteger(left / right, 0);
  if (whole.digits.length > digits) throw new Fault(26, 'the quotient needs more digits than NUMERIC DIGITS');
  return { whole, rest: fromInteger(left % right, exponent) };
}

function raised(base: Decimal, power: number, digits: number): Decimal {
  if (isZero(base) && power < 0) throw new Fault(42, 'zero to a negative power');
  if (power === 0) return decimal(1, '1', 0);
  if (Math.abs((magnitude(base) - 1) * power) > LIMITS.rexx.exponent) throw new Fault(42);
  const precision = digits + String(Math.abs(power)).length + 1;
  const number = operand(base, digits);
  let result: Decimal = decimal(1, '1', 0);
  for (const bit of Math.abs(power).toString(2)) {
    result = rounded(product(result, result), precision);
    if (bit === '1') result = rounded(product(result, number), precision);
  }
  return power < 0 ? quotient(decimal(1, '1', 0), result, digits) : withoutZeros(rounded(result, digits));
}
