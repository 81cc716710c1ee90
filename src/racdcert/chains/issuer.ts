/**
 * Who signed a certificate: itself, or a certificate of the same owner or of CERTAUTH.
 *
 * RACF Command Language Reference, "RACDCERT LISTCHAIN" (order of search); RFC 5280 4.2.1.1 (key identifiers).
 */
import type { CertificateEntry, TrustStatus } from '../../core/entities.ts';
import { LIMITS } from '../../core/limits.ts';
import { sameOwner, type Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { certificateOf } from '../stored-certificate.ts';
import { compareKeyIdentifiers } from '../../x509/chain.ts';
import { isSelfIssued, verifySignature } from '../../x509/verify.ts';
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
    if (compareKeyIdentifiers(certificate, issuer) === 'different') continue;
    const signature = verifySignature(certificate, issuer.publicKey.spki);
    const found: Signed = { by: 'issuer', signature, trusted: status !== 'NOTRUST' };
    if (signature === 'valid' && found.trusted) return found;
    if (best === null || rank(found) > rank(best)) best = found;
  }
  if (best !== null) return best;
  // It names itself as issuer, and neither its own key nor another by that name fits.
  if (isSelfIssued(certificate) && compareKeyIdentifiers(certificate, certificate) !== 'different')
    return { by: 'itself', signature: 'invalid' };
  return { by: candidates.length > 0 ? 'another key' : 'nobody known' };
}

function rank(signed: Signed): number {
  if (!('signature' in signed)) return 0;
  return { invalid: 1, unknown: 2, valid: 3 }[signed.signature];
}
