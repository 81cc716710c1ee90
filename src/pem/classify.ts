/** What one binary value is, told by its shape: a certificate, a request, a package, a key. */
import {
  elements,
  explicit,
  integer,
  isContext,
  isUniversal,
  oid,
  readBer,
  sequence,
  TAG,
  type BerValue,
} from './ber.ts';
import { CONTENT } from './oids.ts';

/** A private key by its format; `pem-encrypted` and `openssh` exist in armour only. */
export type PrivateKeyFormat = 'pkcs8' | 'pkcs8-encrypted' | 'pkcs1' | 'sec1' | 'dsa' | 'openssh' | 'pem-encrypted';

export type Shape =
  | { readonly kind: 'certificate' | 'pkcs7' | 'pkcs12' | 'request'; readonly der: Uint8Array }
  | { readonly kind: 'private-key'; readonly format: PrivateKeyFormat; readonly der: Uint8Array }
  | { readonly kind: 'unknown'; readonly reason: string };

const CMS = /^1\.2\.840\.113549\.1\.(7|9\.16\.1)\.\d+$/;

/**
 * The value at the start of `bytes`.
 *
 * Fixed-length records leave padding behind it, which is passed over; anything else there is not.
 */
export function classify(bytes: Uint8Array): Shape {
  try {
    const value = readBer(bytes);
    if (!isPadding(bytes.subarray(value.raw.length))) return unknown('binary data with more bytes behind it');
    if (!isUniversal(value, TAG.sequence)) return unknown('binary data of another kind');
    return shapeOf(value.raw, elements(value));
  } catch {
    return unknown('binary data that is truncated or damaged');
  }
}

/** True for nothing, or one filler byte over and over: X'00', an ASCII or an EBCDIC blank, a line end. */
function isPadding(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || byte === 0x40 || byte === 0x0a || byte === 0x0d);
}

function shapeOf(der: Uint8Array, parts: readonly BerValue[]): Shape {
  const [first, second, third] = parts;
  if (isUniversal(first, TAG.oid)) {
    const type = oid(first);
    if (type === CONTENT.signedData) return { kind: 'pkcs7', der };
    return unknown(CMS.test(type) ? 'a PKCS #7 message that is not signed data' : 'binary data of another kind');
  }
  if (isUniversal(first, TAG.integer)) return shapeOfVersioned(der, integer(first), parts);
  if (!isUniversal(first, TAG.sequence)) return unknown('binary data of another kind');
  if (isUniversal(second, TAG.octetString) && parts.length === 2)
    return { kind: 'private-key', format: 'pkcs8-encrypted', der };
  if (isUniversal(second, TAG.bitString) && parts.length === 2) return unknown('a public key');
  if (parts.length === 3 && isUniversal(second, TAG.sequence) && isUniversal(third, TAG.bitString))
    return shapeOfSigned(der, first);
  return unknown('binary data of another kind');
}

/** PKCS #12 and the plain private keys all start with a version. */
function shapeOfVersioned(der: Uint8Array, version: number, parts: readonly BerValue[]): Shape {
  const [, second, third] = parts;
  if (version === 3 && isUniversal(second, TAG.sequence)) return { kind: 'pkcs12', der };
  const key = (format: PrivateKeyFormat): Shape => ({ kind: 'private-key', format, der });
  if (version <= 1 && isUniversal(second, TAG.sequence) && isUniversal(third, TAG.octetString)) return key('pkcs8');
  if (version === 1 && isUniversal(second, TAG.octetString)) return key('sec1');
  if (version <= 1 && parts.every((part) => isUniversal(part, TAG.integer))) {
    if (parts.length === 9) return key('pkcs1');
    if (parts.length === 6) return key('dsa');
  }
  return unknown('binary data of another kind');
}

/** Certificate, request and revocation list: `{ toBeSigned, algorithm, signature }`. */
function shapeOfSigned(der: Uint8Array, toBeSigned: BerValue | undefined): Shape {
  const parts = sequence(toBeSigned);
  const [first, second, third, fourth] = parts;
  if (isContext(first, 0)) {
    integer(explicit(first, 0));
    return { kind: 'certificate', der };
  }
  if (isUniversal(first, TAG.integer) && isUniversal(second, TAG.sequence) && isUniversal(third, TAG.sequence)) {
    // version, subject, key, attributes; a version 1 certificate has algorithm, issuer, validity, subject, key instead.
    const isRequest = parts.length === 3 || (parts.length === 4 && isContext(fourth, 0));
    return { kind: isRequest ? 'request' : 'certificate', der };
  }
  const listed = isUniversal(first, TAG.sequence) || (isUniversal(first, TAG.integer) && parts.length >= 4);
  return unknown(listed ? 'a certificate revocation list' : 'binary data of another kind');
}

function unknown(reason: string): Shape {
  return { kind: 'unknown', reason };
}
