/** Is a certificate a leaf or an authority, and did it sign itself? */
import { isRingtoolError } from '../core/errors.ts';
import type { Certificate } from '../x509/certificate.ts';
import { basicConstraints } from '../x509/extensions/basic-constraints.ts';
import { keyUsage } from '../x509/extensions/key-usage.ts';
import { isSelfIssued, isSelfSigned } from '../x509/verify.ts';
import type { Role, SelfSigned } from './subject.ts';

/**
 * `signsOthers`: it is known to act as a CA, by its place under CERTAUTH or because others name it as issuer.
 * Otherwise the certificate's own word counts.
 */
export function roleOf(certificate: Certificate, signsOthers: boolean): Role {
  if (signsOthers) return 'authority';
  const constraints = readable(() => basicConstraints(certificate));
  if (constraints !== null) return constraints.cA ? 'authority' : 'leaf';
  return readable(() => keyUsage(certificate))?.keyCertSign ? 'authority' : 'leaf';
}

/** Only a certificate of one name needs the costly look at its signature. */
export function selfSignedOf(certificate: Certificate): SelfSigned {
  return isSelfIssued(certificate) ? isSelfSigned(certificate) : 'no';
}

/** A damaged extension says nothing about the role; a rule of its own speaks of the damage. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (isRingtoolError(error)) return null;
    throw error;
  }
}
