/** What LISTTOKEN shows of a token: its contents, and which certificates in RACF belong to them now. */
import type { TokenEntry } from '../../core/entities.ts';
import type { CertificateRef } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { parsePublicKey, type PublicKey } from '../../x509/public-key.ts';
import { type BoundCertificate, boundCertificateOf, certificatesIn, keysIn } from './token-contents.ts';
import { certificatesWithKey } from './token-keys.ts';

export interface TokenFacts {
  readonly token: TokenEntry;
  readonly certificates: readonly {
    readonly bound: BoundCertificate;
    /** The same certificate in RACF; null when it is not there (any more). */
    readonly inRacf: CertificateRef | null;
  }[];
  readonly keys: readonly {
    readonly id: string;
    readonly publicKey: PublicKey;
    /** The certificates in RACF whose private key it is. */
    readonly usedBy: readonly CertificateRef[];
  }[];
  /** What other programs have put there. */
  readonly others: readonly string[];
}

export async function tokenFacts(view: StoreView, token: TokenEntry): Promise<TokenFacts> {
  const certificates = [];
  for (const bound of certificatesIn(token)) certificates.push({ bound, inRacf: await inRacf(view, token, bound) });
  const keys = [];
  for (const key of keysIn(token)) {
    keys.push({
      id: key.id,
      publicKey: parsePublicKey(key.spki),
      usedBy: await certificatesWithKey(view, token, key),
    });
  }
  const others = token.objects.flatMap((object) => (object.type === 'other' ? [object.description] : []));
  return { token, certificates, keys, others };
}

async function inRacf(view: StoreView, token: TokenEntry, bound: BoundCertificate): Promise<CertificateRef | null> {
  const { issuer, serial } = boundCertificateOf(token, bound);
  const entry = await view.byIssuerAndSerial(issuer.der, serial);
  return entry !== null && Buffer.compare(entry.der, bound.der) === 0 ? entry : null;
}
