/**
 * The chain of a certificate in the database: issuers of the same owner, then of CERTAUTH, then CERTAUTH upward.
 *
 * RACF Command Language Reference, "RACDCERT LISTCHAIN"; EXPORT of packages searches in the same order.
 */
import type { CertificateEntry } from '../core/entities.ts';
import { CERTAUTH } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import type { Certificate } from '../x509/certificate.ts';
import { certificateOf } from './stored-certificate.ts';
import { buildChain } from '../x509/chain.ts';
import { namedIssuers } from './issuer.ts';

export interface DatabaseChain {
  /** The certificate itself first, each next one the issuer of the one before. */
  readonly certificates: readonly Certificate[];
  /** It ends in a self-signed certificate. */
  readonly complete: boolean;
}

export async function chainOf(view: StoreView, entry: CertificateEntry): Promise<DatabaseChain> {
  const leaf = certificateOf(entry);
  return await buildChain(leaf, async (certificate) => {
    const owner = Buffer.compare(certificate.der, leaf.der) === 0 ? entry.owner : CERTAUTH;
    return (await namedIssuers(view, certificate, owner)).map(certificateOf);
  });
}
