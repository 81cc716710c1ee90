/**
 * Functions between characters, hexadecimal, binary and decimal. Characters are EBCDIC ones, as on z/OS.
 *
 * z/OS TSO/E REXX Reference, "Built-in functions".
 */
import { binaryDigits, binaryToHex, bytesOf, fromHex, hexDigits, hexOf, textOf } from '../characters.ts';
import { wholeOf } from '../number.ts';
import type { Arguments } from './arguments.ts';
import { type BuiltIns, of } from './built-in.ts';
import { repeated } from './strings.ts';

export const CONVERSIONS: BuiltIns = {
  B2X: of(1, 1, (v) => {
    const digits = binaryDigits(v.text(0));
    if (digits === null) throw v.wrong('not a binary string');
    return binaryToHex(digits);
  }),
  BITAND: of(1, 3, (v) => bitwise(v, (a, b) => a & b)),
  BITOR: of(1, 3, (v) => bitwise(v, (a, b) => a | b)),
  BITXOR: of(1, 3, (v) => bitwise(v, (a, b) => a ^ b)),
  C2D: of(1, 2, (v) => toDecimal(hexOf(bytesOf(v.text(0))), v.has(1) ? v.whole(1, 0) * 2 : null, v)),
  C2X: of(1, 1, (v) => hexOf(bytesOf(v.text(0)))),
  D2C: of(1, 2, (v) => {
    const digits = fromDecimal(v, v.has(1) ? v.whole(1, 0) * 2 : null);
    return textOf(fromHex(digits));
  }),
  D2X: of(1, 2, (v) => fromDecimal(v, v.has(1) ? v.whole(1, 0) : null)),
  X2B: of(1, 1, (v) => {
    const bits = [...hex(v)].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0'));
    return bits.join('');
  }),
  X2C: of(1, 1, (v) => textOf(fromHex(hex(v)))),
  X2D: of(1, 2, (v) => toDecimal(hex(v), v.has(1) ? v.whole(1, 0) : null, v)),
};

function hex(v: Arguments): string {
  const digits = hexDigits(v.text(0));
  if (digits === null) throw v.wrong('not a hexadecimal string');
  return digits;
}

/** With a length the number has a sign: its leftmost bit. */
function toDecimal(digits: string, length: number | null, v: Arguments): string {
  const used =
    length === null
      ? digits
      : digits.padStart(Math.min(length, digits.length + 2), '0').slice(-length || digits.length + 2);
  const significant = used.replace(/^0+/, '');
  if (significant.length > v.digits) throw v.wrong('the result needs more digits than NUMERIC DIGITS');
  let value = BigInt(`0x0${significant}`);
  if (length !== null && used.length >= length && /^[89A-Fa-f]/.test(used)) value -= 1n << BigInt(length * 4);
  const text = value.toString();
  if (text.replace('-', '').length > v.digits) throw v.wrong('the result needs more digits than NUMERIC DIGITS');
  return text;
}

function fromDecimal(v: Arguments, length: number | null): string {
  const value = wholeOf(v.text(0), v.digits);
  if (value === null || (value < 0 && length === null)) throw v.wrong('not a whole number that is not negative');
  if (length === null) return value.toString(16).toUpperCase();
  if (length === 0) return '';
  const used = Math.min(length, 14);
  const low = BigInt.asUintN(used * 4, BigInt(value))
    .toString(16)
    .toUpperCase()
    .padStart(used, '0');
  return repeated(value < 0 ? 'F' : '0', length - used) + low;
}

/** The shorter string is filled with the pad, or the longer keeps what has no counterpart. */
function bitwise(v: Arguments, combine: (a: number, b: number) => number): string {
  const [left, right] = [bytesOf(v.text(0)), bytesOf(v.text(1, ''))];
  const [long, short] = left.length >= right.length ? [left, right] : [right, left];
  const [pad] = v.has(2) ? bytesOf(v.pad(2)) : [];
  const result = long.map((byte, index) => {
    const other = short[index] ?? pad;
    return other === undefined ? byte : combine(byte, other);
  });
  return textOf(result);
}
