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
    /** The same certificate in RACF; null when it is not there (any more), or not shown. */
    readonly inRacf: CertificateRef | null;
    /** False for one in RACF that the user may not list. */
    readonly inRacfShown: boolean;
  }[];
  readonly keys: readonly {
    readonly id: string;
    readonly publicKey: PublicKey;
    /** The certificates in RACF whose private key it is, as far as the user may list them. */
    readonly usedBy: readonly CertificateRef[];
    /** False when some of them are left out. */
    readonly usedByShown: boolean;
  }[];
  /** What other programs have put there. */
  readonly others: readonly string[];
}

/** Whether the user may see what RACF says of a certificate. */
export type MayShow = (of: CertificateRef) => Promise<boolean>;

export async function tokenFacts(view: StoreView, token: TokenEntry, mayShow: MayShow): Promise<TokenFacts> {
  const certificates: TokenFacts['certificates'][number][] = [];
  for (const bound of certificatesIn(token)) {
    const found = await inRacf(view, token, bound);
    const inRacfShown = found === null || (await mayShow(found));
    certificates.push({ bound, inRacf: inRacfShown ? found : null, inRacfShown });
  }
  const keys: TokenFacts['keys'][number][] = [];
  for (const key of keysIn(token)) {
    const users = await certificatesWithKey(view, token, key);
    const usedBy: CertificateRef[] = [];
    for (const each of users) if (await mayShow(each)) usedBy.push(each);
    keys.push({
      id: key.id,
      publicKey: parsePublicKey(key.spki),
      usedBy,
      usedByShown: usedBy.length === users.length,
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
