/**
 * A strict reader of DER (ITU-T X.690, clause 10): definite and minimal lengths, nothing left over, bounded depth.
 *
 * A value is a view into the bytes it was read from: nothing is copied, and children are read when asked for.
 */
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';

/** The class bits of a tag, X.690 8.1.2.2. */
export type TagClass = 'universal' | 'application' | 'context' | 'private';

const CLASSES: readonly [TagClass, TagClass, TagClass, TagClass] = ['universal', 'application', 'context', 'private'];

/** One tag-length-value, as a place in `source`. */
export interface DerValue {
  /** First identifier octet: class, constructed bit and low tag number together, such as 0x30 for SEQUENCE. */
  readonly tag: number;
  /** Tag number; differs from the low bits of `tag` for the high-tag-number form only. */
  readonly number: number;
  readonly source: Uint8Array;
  /** Where the identifier starts, the content starts, and the value ends. */
  readonly start: number;
  readonly contentStart: number;
  readonly end: number;
  /** How many values this one lies in. */
  readonly depth: number;
}

/** A failure of the bytes, not of the program. */
export function badDer(what: string): RingtoolError {
  return new RingtoolError('x509/bad-der', what);
}

/** Reads exactly one value; bytes after it are an error. */
export function readDer(bytes: Uint8Array): DerValue {
  const value = readAt(bytes, 0, bytes.length, 0);
  if (value.end !== bytes.length) throw badDer(`${bytes.length - value.end} bytes follow the end of the value`);
  return value;
}

function readAt(source: Uint8Array, start: number, limit: number, depth: number): DerValue {
  if (depth > LIMITS.derDepth) throw badDer(`values are nested more than ${LIMITS.derDepth} deep`);
  let at = start;
  if (at >= limit) throw badDer('the data ends where a value should start');
  const tag = source[at++] as number;
  let number = tag & 0x1f;
  if (number === 0x1f) {
    number = 0;
    let octet: number;
    const first = at;
    do {
      if (at >= limit) throw badDer('the data ends inside a tag');
      if (at - first === 4) throw badDer('a tag number is too large');
      octet = source[at++] as number;
      if (number === 0 && octet === 0x80) throw badDer('a tag number has leading zeros');
      number = number * 128 + (octet & 0x7f);
    } while (octet & 0x80);
    if (number < 0x1f) throw badDer('a small tag number is in the long form');
  }
  if (tag === 0) throw badDer('the tag of a value is zero');
  if (at >= limit) throw badDer('the data ends before a length');
  let length = source[at++] as number;
  if (length >= 0x80) {
    const count = length & 0x7f;
    if (count === 0) throw badDer('a length is indefinite (BER, not DER)');
    if (count > 4) throw badDer('a length is too large');
    if (at + count > limit) throw badDer('the data ends inside a length');
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (source[at++] as number);
    if (length < 0x80 || length < 256 ** (count - 1)) throw badDer('a length is not in its shortest form');
  }
  if (length > limit - at) throw badDer(`a value of ${length} bytes is cut off after ${limit - at}`);
  return { tag, number, source, start, contentStart: at, end: at + length, depth };
}

/** The class of a value's tag. */
export function tagClass(value: DerValue): TagClass {
  return CLASSES[value.tag >> 6] as TagClass;
}

/** True when the value holds other values. */
export function isConstructed(value: DerValue): boolean {
  return (value.tag & 0x20) !== 0;
}

/** The content octets, without copying. */
export function contentOf(value: DerValue): Uint8Array {
  return value.source.subarray(value.contentStart, value.end);
}

/** The whole value with its tag and length, without copying. */
export function encodedOf(value: DerValue): Uint8Array {
  return value.source.subarray(value.start, value.end);
}

/** The values inside a constructed value; they fill it exactly. */
export function childrenOf(value: DerValue): DerValue[] {
  if (!isConstructed(value)) throw badDer('a value that should hold others is primitive');
  const children: DerValue[] = [];
  let at = value.contentStart;
  while (at < value.end) {
    const child = readAt(value.source, at, value.end, value.depth + 1);
    if (children.length === LIMITS.derChildren) throw badDer(`a value holds more than ${LIMITS.derChildren} others`);
    children.push(child);
    at = child.end;
  }
  return children;
}
