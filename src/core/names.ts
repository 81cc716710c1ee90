/**
 * The rules for the names a user types: user ids, labels, ring names, data set names.
 *
 * RACF Command Language Reference, "RACDCERT"; z/OS DFSMS Using Data Sets, "Data set names"; Writing PKCS #11
 * Applications, "Tokens".
 */
import { isPrintable } from './printable.ts';

/** 1–8 characters, A–Z 0–9 @ # $, the first not a digit; given in upper case. */
export function isUserId(text: string): boolean {
  return /^[A-Z@#$][A-Z0-9@#$]{0,7}$/.test(text);
}

/** A login name folded to a valid user id: upper case, other characters dropped, eight at the most. */
export function foldUserId(login: string): string {
  const folded = login
    .toUpperCase()
    .replace(/[^A-Z0-9@#$]/g, '')
    .replace(/^[0-9]+/, '')
    .slice(0, 8);
  return folded === '' ? 'IBMUSER' : folded;
}

export const LABEL_LENGTH = 32;
export const RING_NAME_LENGTH = 237;

/** A label after stripping: 1–32 printable characters. Blanks and either case are allowed inside. */
export function isLabel(text: string): boolean {
  return text.length >= 1 && text.length <= LABEL_LENGTH && isPrintable(text) && text === text.trim();
}

/** A ring name: 1–237 printable characters without blanks, commas, parentheses or quotes. */
export function isRingName(text: string): boolean {
  return text.length >= 1 && text.length <= RING_NAME_LENGTH && isPrintable(text) && !/[\s,;()']/.test(text);
}

/** A token name: 1–32 characters, A–Z 0–9 @ # $ and periods, the first neither a digit nor a period. */
export function isTokenName(text: string): boolean {
  return /^[A-Z@#$][A-Z0-9@#$.]{0,31}$/.test(text);
}

/** The name of a member of a partitioned data set: 1–8 characters, A–Z 0–9 @ # $, the first not a digit. */
export function isMemberName(text: string): boolean {
  return /^[A-Z@#$][A-Z0-9@#$]{0,7}$/.test(text);
}

/**
 * A fully qualified MVS data set name: qualifiers of 1–8 characters (A–Z 0–9 @ # $ -), the first of each
 * a letter or national character, joined by periods, 44 in all. No members: RACDCERT takes none.
 */
export function isDataSetName(text: string): boolean {
  return text.length <= 44 && /^[A-Z@#$][A-Z0-9@#$-]{0,7}(\.[A-Z@#$][A-Z0-9@#$-]{0,7})*$/.test(text);
}
