/**
 * The primitive types of DER as JavaScript values: INTEGER, BOOLEAN, OBJECT IDENTIFIER, BIT STRING, OCTET STRING.
 */
import { LIMITS } from '../core/limits.ts';
import { expectTag, TAG } from './fields.ts';
import { badDer, contentOf, type DerValue } from './reader.ts';

/** The content of an INTEGER in its shortest form (X.690 8.3.2); the sign is in the first bit. */
export function integerBytes(value: DerValue, what: string): Uint8Array {
  const content = contentOf(expectTag(value, TAG.integer, what));
  if (content.length === 0) throw badDer(`${what} is an integer without content`);
  if (content.length > 1) {
    const first = content[0] as number;
    const signOfSecond = (content[1] as number) & 0x80;
    if ((first === 0 && signOfSecond === 0) || (first === 0xff && signOfSecond !== 0)) {
      throw badDer(`${what} is an integer that is not in its shortest form`);
    }
  }
  return content;
}

/** An INTEGER that is used as a number here: bounded, so that no hostile file costs us quadratic work. */
export function smallInteger(value: DerValue, what: string): number {
  const content = integerBytes(value, what);
  if (content.length > 4) throw badDer(`${what} is too large a number`);
  let number = (content[0] as number) & 0x80 ? -1 : 0;
  for (const octet of content) number = (number << 8) | octet;
  return number;
}

/** An unsigned INTEGER of any size. */
export function unsignedInteger(value: DerValue, what: string): bigint {
  const content = integerBytes(value, what);
  if ((content[0] as number) & 0x80) throw badDer(`${what} is negative`);
  return BigInt(`0x${Buffer.from(content).toString('hex')}`);
}

/** How many bits the magnitude of an unsigned INTEGER has, without building the number. */
export function integerBitLength(value: DerValue, what: string): number {
  const content = integerBytes(value, what);
  const first = content[0] as number;
  if (first & 0x80) throw badDer(`${what} is negative`);
  if (first !== 0) return (content.length - 1) * 8 + (32 - Math.clz32(first));
  return content.length === 1 ? 0 : (content.length - 1) * 8;
}

/** TRUE is one octet of ones, FALSE one of zeros (X.690 11.1). */
export function booleanOf(value: DerValue, what: string): boolean {
  const content = contentOf(expectTag(value, TAG.boolean, what));
  if (content.length !== 1 || (content[0] !== 0 && content[0] !== 0xff)) {
    throw badDer(`${what} is a truth value that is neither 00 nor FF`);
  }
  return content[0] === 0xff;
}

const knownOids = new Map<string, string>();

/** An OBJECT IDENTIFIER in dotted form. */
export function oidOf(value: DerValue, what: string): string {
  const content = contentOf(expectTag(value, TAG.oid, what));
  // Same few identifiers in every certificate: the content read as Latin-1 is a cheap key.
  const key =
    content.length <= 16 ? Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1') : '';
  const known = key === '' ? undefined : knownOids.get(key);
  if (known !== undefined) return known;
  const dotted = dottedOid(content, what);
  if (key !== '' && knownOids.size < 1024) knownOids.set(key, dotted);
  return dotted;
}

function dottedOid(content: Uint8Array, what: string): string {
  if (content.length === 0 || content.length > LIMITS.objectIdentifier)
    throw badDer(`${what} is an object identifier of ${content.length} bytes`);
  const arcs: bigint[] = [];
  let arc = 0n;
  let fresh = true;
  for (const octet of content) {
    if (fresh && octet === 0x80) throw badDer(`${what} is an object identifier with leading zeros`);
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    fresh = (octet & 0x80) === 0;
    if (fresh) {
      arcs.push(arc);
      arc = 0n;
    }
  }
  if (!fresh) throw badDer(`${what} is an object identifier that is cut off`);
  const [first = 0n, ...rest] = arcs;
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [root, first - root * 40n, ...rest].join('.');
}

/** The content of a BIT STRING and how many bits of its last octet are unused (X.690 8.6, 11.2). */
export function bitStringOf(value: DerValue, what: string): { readonly bits: Uint8Array; readonly unused: number } {
  const content = contentOf(expectTag(value, TAG.bitString, what));
  const unused = content[0];
  if (unused === undefined || unused > 7 || (unused > 0 && content.length === 1)) {
    throw badDer(`${what} is not a well-formed bit string`);
  }
  const bits = content.subarray(1);
  if (unused > 0 && ((bits[bits.length - 1] as number) & ((1 << unused) - 1)) !== 0) {
    throw badDer(`${what} is a bit string with unused bits set`);
  }
  return { bits, unused };
}

/** A BIT STRING that carries whole octets: a key or a signature. */
export function wholeBitString(value: DerValue, what: string): Uint8Array {
  const { bits, unused } = bitStringOf(value, what);
  if (unused !== 0) throw badDer(`${what} is not a whole number of octets`);
  return bits;
}

/** The content of an OCTET STRING. */
export function octetsOf(value: DerValue, what: string): Uint8Array {
  return contentOf(expectTag(value, TAG.octetString, what));
}
