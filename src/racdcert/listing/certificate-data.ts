/** One certificate in the JSON of LIST (docs/json.md, `ringtool-list`). The same at every release level. */
import { certificateId } from '../../core/certificate-id.ts';
import { type CertificateEntry, hasPrivateKey, type TokenKeyRef, type TrustStatus } from '../../core/entities.ts';
import type { Owner, RingRef } from '../../core/owner.ts';
import { fingerprint } from '../../x509/fingerprint.ts';
import { type ContentData, contentData } from './content-data.ts';
import { certificateFacts } from './facts.ts';
import { ownerData } from './owner-data.ts';

export interface CertificateData extends ContentData {
  readonly owner: Owner;
  readonly label: string;
  readonly certificateId: string | null;
  readonly status: TrustStatus;
  readonly privateKey: boolean;
  readonly pkdsLabel: string | null;
  readonly tokenKey: TokenKeyRef | null;
  readonly requested: boolean;
  readonly fingerprintSha256: string;
  readonly rings: readonly RingRef[];
  readonly created: string;
  readonly createdBy: string;
}

export function certificateData(entry: CertificateEntry): CertificateData {
  return {
    owner: ownerData(entry.owner),
    label: entry.label,
    certificateId: certificateId(entry.owner, entry.label),
    status: entry.status,
    ...contentData(certificateFacts(entry), entry),
    privateKey: hasPrivateKey(entry),
    pkdsLabel: entry.pkdsLabel,
    tokenKey: entry.tokenKey && { token: entry.tokenKey.token, id: entry.tokenKey.id },
    requested: entry.requested,
    fingerprintSha256: fingerprint(entry.der, 'sha256'),
    rings: entry.rings.map(({ owner, name }) => ({ owner, name })),
    created: entry.created,
    createdBy: entry.createdBy,
  };
}
