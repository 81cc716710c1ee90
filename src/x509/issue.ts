/**
 * Issues certificates: version 3, strict DER (RFC 5280 4.1).
 */
import { signingAlgorithm } from './algorithms.ts';
import type { Extension } from './certificate.ts';
import { derContext, derInteger, derRaw, derSequence, derTime } from '../der/writer.ts';
import type { Name } from './name.ts';
import { encodeExtensions, encodeSigned, type Signer } from './signed.ts';

/** Everything a certificate says. */
export interface IssueRequest {
  readonly subject: Name;
  readonly issuer: Name;
  readonly serial: bigint;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  readonly extensions: readonly Extension[];
  readonly signWith: Signer;
}

/** The signed certificate, DER. */
export function issueCertificate(request: IssueRequest): Uint8Array {
  const { identifier } = signingAlgorithm(request.signWith.algorithm);
  const tbs = derSequence(
    derContext(0, true, derInteger(2)),
    derInteger(request.serial),
    identifier,
    derRaw(request.issuer.der),
    derSequence(derTime(request.notBefore), derTime(request.notAfter)),
    derRaw(request.subject.der),
    derRaw(request.spki),
    // Extensions are SEQUENCE SIZE (1..MAX): without one the field is left out.
    ...(request.extensions.length === 0 ? [] : [derContext(3, true, encodeExtensions(request.extensions))]),
  );
  return encodeSigned(tbs, request.signWith);
}
