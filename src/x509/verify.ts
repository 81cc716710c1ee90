/**
 * Is a certificate signed by this key? Three answers: what cannot be checked here is `unknown`, never `invalid`.
 */
import { constants, verify } from 'node:crypto';
import type { SignatureAlgorithm } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { loadPublicKey } from './key-objects.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { pssParameters } from './pss.ts';

export type Verdict = 'valid' | 'invalid' | 'unknown';

/** The verdict on the certificate's signature by the key of `issuerSpki`. */
export function verifySignature(certificate: Certificate, issuerSpki: Uint8Array): Verdict {
  if (!certificate.algorithmsAgree) return 'invalid';
  return verifySigned(certificate.tbs, certificate.signatureAlgorithm, certificate.signature, issuerSpki);
}

/** The verdict on any signed structure: certificate, request. */
export function verifySigned(
  data: Uint8Array,
  algorithm: SignatureAlgorithm,
  signature: Uint8Array,
  spki: Uint8Array,
): Verdict {
  const key = loadPublicKey(spki);
  if (key === null) return 'unknown';
  const type = key.asymmetricKeyType;
  const answer = (matches: boolean, digest: string | null, options: object = {}): Verdict => {
    // A key of another kind can never have made this signature.
    if (!matches) return 'invalid';
    try {
      return verify(digest, data, { key, ...options }, signature) ? 'valid' : 'invalid';
    } catch {
      return 'unknown';
    }
  };
  switch (algorithm.scheme) {
    case null:
      return 'unknown';
    case 'rsa':
      if (algorithm.digest === 'md2') return 'unknown';
      return answer(type === 'rsa', algorithm.digest, { padding: constants.RSA_PKCS1_PADDING });
    case 'rsa-pss': {
      const pss = pssParameters(algorithm.parameters);
      if (pss === null) return 'unknown';
      const options = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
      return answer(type === 'rsa' || type === 'rsa-pss', pss.digest, options);
    }
    case 'dsa':
      return answer(type === 'dsa', algorithm.digest);
    case 'ecdsa':
      return answer(type === 'ec', algorithm.digest);
    case 'ed25519':
    case 'ed448':
      return answer(type === algorithm.scheme, null);
  }
}

/** True when issuer and subject are the same name (RFC 5280 3.2). */
export function isSelfIssued(certificate: Certificate): boolean {
  const { issuer, subject } = certificate;
  if (Buffer.compare(issuer.der, subject.der) === 0) return true;
  return nameMatchKey(issuer.der) === nameMatchKey(subject.der);
}

/** Self-issued, and signed by its own key. */
export function isSelfSigned(certificate: Certificate): Verdict {
  if (!isSelfIssued(certificate)) return 'invalid';
  return verifySignature(certificate, certificate.publicKey.spki);
}
