/**
 * Who signed a certificate: itself, or a certificate of the same owner or of CERTAUTH.
 *
 * RACF Command Language Reference, "RACDCERT LISTCHAIN" (order of search); RFC 5280 4.2.1.1 (key identifiers).
 */
import type { CertificateEntry, TrustStatus } from '../core/entities.ts';
import { isRingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { sameOwner, type Owner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import type { Certificate } from '../x509/certificate.ts';
import { certificateOf } from './stored-certificate.ts';
import { authorityKeyIdentifier } from '../x509/extensions/authority-key-identifier.ts';
import { subjectKeyIdentifier } from '../x509/extensions/subject-key-identifier.ts';
import { isSelfIssued, verifySignature } from '../x509/verify.ts';
import type { Signed } from './trust.ts';

/** A hostile package may hold a thousand certificates of one name, each worth a signature check. */
const TRIES = 4 * LIMITS.chainLength;

/** An issuer that is added by the same command, and so is not in the database yet. */
export interface NewIssuer {
  readonly certificate: Certificate;
  readonly status: TrustStatus;
}

/** Certificates in the database that bear the issuer's name: the owner's own, then CERTAUTH's. */
export async function namedIssuers(
  view: StoreView,
  certificate: Certificate,
  owner: Owner,
): Promise<readonly CertificateEntry[]> {
  const named = await view.bySubject(certificate.issuer.der);
  const own = named.filter((entry) => sameOwner(entry.owner, owner));
  const authorities = named.filter((entry) => entry.owner.kind === 'certauth');
  return owner.kind === 'certauth' ? own : [...own, ...authorities];
}

/**
 * Who signed `certificate`, which `owner` is to get, as far as the database tells, and `others`, which bear the
 * issuer's name.
 */
export async function whoSigned(
  view: StoreView,
  certificate: Certificate,
  owner: Owner,
  others: readonly NewIssuer[],
): Promise<Signed> {
  const ownKey = certificate.publicKey.spki;
  if (isSelfIssued(certificate)) {
    const signature = verifySignature(certificate, ownKey);
    if (signature !== 'invalid') return { by: 'itself', signature };
  }
  const stored = (await namedIssuers(view, certificate, owner)).slice(0, TRIES);
  const candidates: readonly NewIssuer[] = [
    ...stored.map((entry) => ({ certificate: certificateOf(entry), status: entry.status })),
    ...others.slice(0, TRIES),
  ];
  let best: Signed | null = null;
  for (const { certificate: issuer, status } of candidates) {
    if (!mayHaveSigned(issuer, certificate)) continue;
    const signature = verifySignature(certificate, issuer.publicKey.spki);
    const found: Signed = { by: 'issuer', signature, trusted: status !== 'NOTRUST' };
    if (signature === 'valid' && found.trusted) return found;
    if (best === null || rank(found) > rank(best)) best = found;
  }
  if (best !== null) return best;
  // It names itself as issuer, and neither its own key nor another by that name fits.
  if (isSelfIssued(certificate) && mayHaveSigned(certificate, certificate))
    return { by: 'itself', signature: 'invalid' };
  return { by: 'nobody known' };
}

function rank(signed: Signed): number {
  if (signed.by === 'nobody known') return 0;
  return { invalid: 1, unknown: 2, valid: 3 }[signed.signature];
}

/** False when the key identifiers, where both are there, say that another key signed. */
function mayHaveSigned(issuer: Certificate, certificate: Certificate): boolean {
  try {
    const wanted = authorityKeyIdentifier(certificate)?.keyIdentifier ?? null;
    const offered = subjectKeyIdentifier(issuer);
    return wanted === null || offered === null || Buffer.compare(wanted, offered) === 0;
  } catch (error) {
    // An identifier that cannot be read rules nobody out: the signature decides.
    if (isRingtoolError(error, 'x509/bad-certificate')) return true;
    throw error;
  }
}
