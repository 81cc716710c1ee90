/**
 * Characters as z/OS has them: order, hexadecimal and binary forms are those of EBCDIC (code page IBM-1047).
 *
 * z/OS TSO/E REXX Reference, "Tokens" (hexadecimal and binary strings) and "Comparison".
 */
import { fromEbcdic, toEbcdic } from '../../core/ebcdic.ts';
import { isRingtoolError } from '../../core/errors.ts';
import { Stop } from './faults.ts';

/** Upper case of the letters A to Z, the only ones REXX knows. */
export function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** The bytes of `text`; stops when one of its characters is in no EBCDIC of this kind. */
export function bytesOf(text: string): Uint8Array {
  try {
    return toEbcdic(text);
  } catch (error) {
    if (!isRingtoolError(error, 'core/bad-name')) throw error;
    throw new Stop('a character outside code page IBM-1047 has no EBCDIC form to compare or convert');
  }
}

/** In pieces: a call takes a bounded number of arguments. */
export function textOf(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) parts.push(fromEbcdic(bytes.subarray(at, at + 4096)));
  return parts.join('');
}

export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex').toUpperCase();
}

/** Blanks may stand between bytes (`size` 2) or groups of four bits (`size` 4), not at the ends. */
function withoutBlanks(text: string, size: number): string | null {
  if (text === '') return '';
  if (text.startsWith(' ') || text.endsWith(' ')) return null;
  const [first = '', ...rest] = text.split(/ +/);
  return rest.every((group) => group.length % size === 0) ? first + rest.join('') : null;
}

/** Hexadecimal digits with blanks between bytes, without them; null when `text` is not that. */
export function hexDigits(text: string): string | null {
  return /^[0-9A-Fa-f ]*$/.test(text) ? withoutBlanks(text, 2) : null;
}

/** Binary digits with blanks between groups of four, without them; null when `text` is not that. */
export function binaryDigits(text: string): string | null {
  return /^[01 ]*$/.test(text) ? withoutBlanks(text, 4) : null;
}

export function fromHex(digits: string): Uint8Array {
  return Buffer.from(digits.length % 2 === 1 ? `0${digits}` : digits, 'hex');
}

/** Four bits each as a hexadecimal digit, filled on the left. */
export function binaryToHex(digits: string): string {
  const whole = digits.padStart(Math.ceil(digits.length / 4) * 4, '0');
  return whole.replace(/[01]{4}/g, (bits) => Number.parseInt(bits, 2).toString(16).toUpperCase());
}
