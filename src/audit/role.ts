/** Is a certificate a leaf or an authority, and did it sign itself? */
import type { Certificate } from '../x509/certificate.ts';
import { basicConstraints } from '../x509/extensions/basic-constraints.ts';
import { unlessUnreadable } from '../x509/extensions/find.ts';
import { keyUsage } from '../x509/extensions/key-usage.ts';
import { isSelfIssued, isSelfSigned } from '../x509/verify.ts';
import type { Role, SelfSigned } from './subject.ts';

/**
 * `signsOthers`: it is known to act as a CA, by its place under CERTAUTH or because others name it as issuer.
 * Otherwise the certificate's own word counts; a damaged extension says nothing, and a rule speaks of the damage.
 */
export function roleOf(certificate: Certificate, signsOthers: boolean): Role {
  if (signsOthers) return 'authority';
  const constraints = unlessUnreadable(() => basicConstraints(certificate));
  if (constraints !== null) return constraints.cA ? 'authority' : 'leaf';
  return unlessUnreadable(() => keyUsage(certificate))?.keyCertSign ? 'authority' : 'leaf';
}

/** Only a certificate of one name needs the costly look at its signature. */
export function selfSignedOf(certificate: Certificate): SelfSigned {
  return isSelfIssued(certificate) ? isSelfSigned(certificate) : 'no';
}
