/** The issuers a store offers to a certificate that no ring bounds. */
import { verifySignature } from '../../x509/verify.ts';
import type { ChainWorld } from '../chain-subject.ts';
import { addressOf, type StoreReader } from './store-reader.ts';

/** Outside any ring: whatever the store trusts may be an issuer. */
export function storeWorld(reader: StoreReader): ChainWorld {
  return {
    scope: { kind: 'store' },
    where: `store ${reader.location}`,
    issuers: async (certificate) =>
      (await reader.issuers(certificate))
        .filter(({ entry }) => entry.status !== 'NOTRUST')
        .map((found) => found.certificate),
    async elsewhere(certificate) {
      const found = (await reader.issuers(certificate)).find(
        (candidate) =>
          candidate.entry.status === 'NOTRUST' &&
          verifySignature(certificate, candidate.certificate.publicKey.spki) !== 'invalid',
      );
      return found === undefined ? null : { ...addressOf(found.entry), reason: 'not-trusted', trusted: false };
    },
  };
}
