/** A serial number in hexadecimal digits, as LIST shows it; given in upper case with an even number of digits. */
import { foldUpper } from '../fold.ts';
import { invalid } from '../problem.ts';
import { single, value } from './single.ts';
import type { Operand } from '../operand.ts';

/** RFC 5280 4.1.2.2 allows 20 octets; certificates with more exist. */
const DIGITS = 128;

export function hex(options: { readonly what?: string } = {}): Operand<string> {
  const { what = 'serial number' } = options;
  return single(what, (item) => {
    const digits = foldUpper(item.text);
    if (digits.length > DIGITS || !/^[0-9A-F]+$/.test(digits)) return invalid(item.at, what, item.text);
    return value(digits.length % 2 === 0 ? digits : `0${digits}`);
  });
}
