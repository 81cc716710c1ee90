/**
 * What certificates and requests have in common when written: extensions, and the signature over a first part.
 */
import { signingAlgorithm } from './algorithms.ts';
import type { Extension } from './certificate.ts';
import { derBitString, derBoolean, derOctetString, derOid, derSequence } from '../der/writer.ts';
import { sign } from './keys.ts';

/** Who signs, and by which algorithm (listing name). */
export interface Signer {
  readonly pkcs8: Uint8Array;
  readonly algorithm: string;
}

/** Extensions, DER; a flag of FALSE is the default and is not written. */
export function encodeExtensions(extensions: readonly Extension[]): Uint8Array {
  return derSequence(
    ...extensions.map(({ oid, critical, value }) =>
      derSequence(derOid(oid), ...(critical ? [derBoolean(true)] : []), derOctetString(value)),
    ),
  );
}

/** SIGNED{}: the part, the algorithm, the signature (RFC 5280 4.1.1). */
export function encodeSigned(part: Uint8Array, signer: Signer): Uint8Array {
  const { identifier } = signingAlgorithm(signer.algorithm);
  return derSequence(part, identifier, derBitString(sign(signer.pkcs8, signer.algorithm, part)));
}
