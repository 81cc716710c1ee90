/**
 * A bounded BER reader for containers that others wrote: X.690 8, with indefinite lengths and strings in pieces.
 *
 * Values are slices of the input and their elements are read when asked for, so a certificate inside a
 * package costs nothing until somebody looks. Certificates themselves are DER and belong to `der`.
 */
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';

/** One value: its tag, and slices of the input. */
export interface BerValue {
  /** 0 universal, 1 application, 2 context-specific, 3 private. */
  readonly tagClass: number;
  readonly constructed: boolean;
  readonly tag: number;
  /** The content octets, without the end-of-contents marker. */
  readonly content: Uint8Array;
  /** Tag, length and content as they stood. */
  readonly raw: Uint8Array;
  readonly depth: number;
}

export const TAG = {
  integer: 2,
  bitString: 3,
  octetString: 4,
  null: 5,
  oid: 6,
  sequence: 16,
  set: 17,
  bmpString: 30,
} as const;

/** The value at the start of `bytes`; what follows it is not looked at. */
export function readBer(bytes: Uint8Array, depth = 0): BerValue {
  if (depth > LIMITS.derDepth) throw badBer('nested too deeply');
  const header = readHeader(bytes, 0);
  const end = header.length === null ? endOfIndefinite(bytes, header.start, depth) : header.start + header.length;
  if (end > bytes.length) throw badBer('truncated');
  const after = header.length === null ? end + 2 : end;
  return {
    tagClass: header.tagClass,
    constructed: header.constructed,
    tag: header.tag,
    content: bytes.subarray(header.start, end),
    raw: bytes.subarray(0, after),
    depth,
  };
}

/** The value that fills `bytes` to its last byte. */
export function readWholeBer(bytes: Uint8Array): BerValue {
  const value = readBer(bytes);
  if (value.raw.length !== bytes.length) throw badBer('bytes after the value');
  return value;
}

/** What a constructed value holds. */
export function elements(value: BerValue): readonly BerValue[] {
  if (!value.constructed) throw badBer('a primitive value where a structure belongs');
  const found: BerValue[] = [];
  for (let at = 0; at < value.content.length; ) {
    if (found.length >= LIMITS.packageElements) throw badBer('too many elements');
    const element = readBer(value.content.subarray(at), value.depth + 1);
    found.push(element);
    at += element.raw.length;
  }
  return found;
}

/** Elements of a SEQUENCE. */
export function sequence(value: BerValue | undefined): readonly BerValue[] {
  return elements(expect(value, TAG.sequence));
}

/** The value itself when it is universal `tag`. */
export function expect(value: BerValue | undefined, tag: number): BerValue {
  if (value === undefined || !isUniversal(value, tag)) throw badBer(`tag ${tag} missing`);
  return value;
}

export function isUniversal(value: BerValue | undefined, tag: number): boolean {
  return value !== undefined && value.tagClass === 0 && value.tag === tag;
}

export function isContext(value: BerValue | undefined, tag: number): boolean {
  return value !== undefined && value.tagClass === 2 && value.tag === tag;
}

/** The one value inside an EXPLICIT context tag. */
export function explicit(value: BerValue | undefined, tag: number): BerValue {
  if (value === undefined || !isContext(value, tag)) throw badBer(`[${tag}] missing`);
  const inside = elements(value);
  const first = inside[0];
  if (first === undefined || inside.length !== 1) throw badBer(`[${tag}] must hold one value`);
  return first;
}

/** Octets of an OCTET STRING or of an IMPLICIT one, put together when it comes in pieces. */
export function octets(value: BerValue): Uint8Array {
  if (!value.constructed) return value.content;
  const pieces = elements(value).map((piece) => octets(expect(piece, TAG.octetString)));
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** An INTEGER of zero or more; one beyond 2^53 becomes Infinity, which every limit refuses. */
export function integer(value: BerValue | undefined): number {
  const { content, constructed } = expect(value, TAG.integer);
  const first = content[0];
  if (first === undefined || constructed) throw badBer('an empty integer');
  if (first & 0x80) throw badBer('a negative integer');
  const number = content.length > 16 ? Number.POSITIVE_INFINITY : content.reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.isSafeInteger(number) ? number : Number.POSITIVE_INFINITY;
}

/** An OBJECT IDENTIFIER, dotted. */
export function oid(value: BerValue | undefined): string {
  const { content } = expect(value, TAG.oid);
  if (content.length === 0 || content.length > LIMITS.objectIdentifier)
    throw badBer('an object identifier of no sensible length');
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (byte & 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const first = arcs[0];
  if (first === undefined || (content[content.length - 1] ?? 0) & 0x80) throw badBer('a cut object identifier');
  const top = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [top, first - top * 40n, ...arcs.slice(1)].join('.');
}

interface Header {
  readonly tagClass: number;
  readonly constructed: boolean;
  readonly tag: number;
  /** Null for the indefinite form. */
  readonly length: number | null;
  readonly start: number;
}

function readHeader(bytes: Uint8Array, from: number): Header {
  let at = from;
  const next = (): number => {
    const byte = bytes[at++];
    if (byte === undefined) throw badBer('truncated');
    return byte;
  };
  const first = next();
  let tag = first & 0x1f;
  if (tag === 0x1f) {
    tag = 0;
    for (let more = true; more; ) {
      const byte = next();
      tag = tag * 128 + (byte & 0x7f);
      if (tag > 0xffffff) throw badBer('a tag number out of bounds');
      more = (byte & 0x80) !== 0;
    }
  }
  const constructed = (first & 0x20) !== 0;
  let length: number | null = next();
  if (length === 0x80) {
    if (!constructed) throw badBer('a primitive value without a length');
    length = null;
  } else if (length > 0x80) {
    const count = length & 0x7f;
    if (count > 8) throw badBer('a length out of bounds');
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + next();
  }
  return { tagClass: first >> 6, constructed, tag, length, start: at };
}

/** Where the end-of-contents marker of an indefinite value stands. */
function endOfIndefinite(bytes: Uint8Array, from: number, depth: number): number {
  if (depth > LIMITS.derDepth) throw badBer('nested too deeply');
  let at = from;
  for (;;) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return at;
    const header = readHeader(bytes, at);
    at = header.length === null ? endOfIndefinite(bytes, header.start, depth + 1) + 2 : header.start + header.length;
    if (at > bytes.length) throw badBer('truncated');
  }
}

function badBer(what: string): RingtoolError {
  return new RingtoolError('x509/bad-der', `not BER: ${what}`);
}
