/**
 * The chain of a certificate in the database: issuers of the same owner, then of CERTAUTH, then CERTAUTH upward.
 *
 * RACF Command Language Reference, "RACDCERT LISTCHAIN"; EXPORT of packages searches in the same order.
 */
import type { CertificateEntry } from '../../core/entities.ts';
import { RingtoolError } from '../../core/errors.ts';
import { CERTAUTH, sameOwner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { certificateOf } from '../stored-certificate.ts';
import { buildChain } from '../../x509/chain.ts';
import { verifySignature } from '../../x509/verify.ts';
import { namedIssuers } from './issuer.ts';

export interface DatabaseChain {
  /** The certificate itself first, each next one the issuer of the one before. */
  readonly certificates: readonly Certificate[];
  /** The same as the database has them. */
  readonly entries: readonly CertificateEntry[];
  /** It ends in a self-signed certificate. */
  readonly complete: boolean;
}

export async function chainOf(view: StoreView, entry: CertificateEntry): Promise<DatabaseChain> {
  const leaf = certificateOf(entry);
  const entries = new Map([[leaf, entry]]);
  const { certificates, complete } = await buildChain(leaf, async (certificate) => {
    const owner = certificate === leaf ? entry.owner : CERTAUTH;
    const named = await namedIssuers(view, certificate, owner);
    const own = read(named.filter((each) => sameOwner(each.owner, owner)));
    // CERTAUTH is asked only when the owner has no certificate that can have signed this one.
    const signers = own.filter((issuer) => verifySignature(certificate, issuer.publicKey.spki) !== 'invalid');
    return signers.length > 0 ? signers : read(named.filter((each) => each.owner.kind === 'certauth'));
  });
  return { certificates, entries: certificates.map(entryOf), complete };

  function read(some: readonly CertificateEntry[]): readonly Certificate[] {
    return some.map((each) => {
      const certificate = certificateOf(each);
      entries.set(certificate, each);
      return certificate;
    });
  }

  function entryOf(certificate: Certificate): CertificateEntry {
    const found = entries.get(certificate);
    if (found === undefined) throw new RingtoolError('internal/unreachable', 'a chain has a member nobody found');
    return found;
  }
}
