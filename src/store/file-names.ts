/**
 * Names of RACF things as file names: readable, reversible, and safe where a file system folds case.
 *
 * ASCII letters are written small, followed by `~` and which of them are capital: nothing when none is, `u`
 * when all are, else a bit for each letter as hex digits. `Lab CA` is `lab_ca~98`, `TCPSERV` is `tcpserv~u`.
 * A blank is `_`; digits and `-@#$+` and inner periods stand for themselves; all else is `%hh` or `%uhhhh`.
 * A name that would be too long is `~~` and a fingerprint: the file itself says which name it is.
 */
import { hash } from './hash.ts';

/** Well under the 255 bytes of common file systems, with room for an ending. */
const LONGEST = 200;

/** Names Windows keeps for devices, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|\.|~)/;

function escaped(code: number): string {
  return code < 0x100 ? `%${code.toString(16).padStart(2, '0')}` : `%u${code.toString(16).padStart(4, '0')}`;
}

function capitals(bits: string): string {
  if (!bits.includes('1')) return '';
  if (!bits.includes('0')) return '~u';
  let digits = '';
  for (let i = 0; i < bits.length; i += 4) {
    digits += Number.parseInt(bits.slice(i, i + 4).padEnd(4, '0'), 2).toString(16);
  }
  return `~${digits.replace(/0+$/, '')}`;
}

/** The file name, without an ending, for any text. */
export function encodeFileName(name: string): string {
  let small = '';
  let bits = '';
  for (let i = 0; i < name.length; i++) {
    const char = name.charAt(i);
    if (/[A-Za-z]/.test(char)) {
      small += char.toLowerCase();
      bits += char <= 'Z' ? '1' : '0';
    } else if (char === ' ') small += '_';
    else if (/[0-9@#$+-]/.test(char) || (char === '.' && i > 0 && i < name.length - 1)) small += char;
    else small += escaped(name.charCodeAt(i));
  }
  const first = small.charCodeAt(0);
  if (small === '') small = '%';
  else if (DEVICE.test(small)) small = escaped(first) + small.slice(1);
  const whole = small + capitals(bits);
  return whole.length <= LONGEST ? whole : `~~${hash(name)}`;
}

/** True for the name of a text too long to be read from it. */
export function isHashedFileName(file: string): boolean {
  return /^~~[0-9a-f]{32}$/.test(file);
}

function unescaped(small: string): string | null {
  if (small === '%') return '';
  const text = small.replace(/%u([0-9a-f]{4})|%([0-9a-f]{2})|_/g, (_all, wide?: string, narrow?: string) => {
    const digits = wide ?? narrow;
    return digits === undefined ? ' ' : String.fromCharCode(Number.parseInt(digits, 16));
  });
  return text;
}

/** The text again; null when no text has this file name, or when it is a fingerprint. */
export function decodeFileName(file: string): string | null {
  if (isHashedFileName(file)) return null;
  const at = file.indexOf('~');
  const small = at < 0 ? file : file.slice(0, at);
  const mask = at < 0 ? '' : file.slice(at + 1);
  const bits = Array.from(mask, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');
  // An escaped letter (the first of a device name) counts like any other.
  let letters = 0;
  const text = unescaped(small)?.replace(/[a-z]/g, (letter) => {
    const capital = mask === 'u' || bits.charAt(letters++) === '1';
    return capital ? letter.toUpperCase() : letter;
  });
  // One spelling only: whatever does not come out the same way did not come from here.
  return text !== undefined && encodeFileName(text) === file ? text : null;
}
