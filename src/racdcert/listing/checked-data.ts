/** One certificate in the JSON of CHECKCERT (docs/json.md, `ringtool-checkcert`). */
import { certificateId } from '../../core/certificate-id.ts';
import { hasPrivateKey, type TokenKeyRef, type TrustStatus } from '../../core/entities.ts';
import type { Owner } from '../../core/owner.ts';
import { fingerprint } from '../../x509/fingerprint.ts';
import type { Identity } from '../mapping/mapping-match.ts';
import type { CheckedCertificate } from './checked.ts';
import { type ContentData, contentData } from './content-data.ts';
import { factsOf } from './facts.ts';
import { type MappingData, mappingData } from './mapping-data.ts';
import { ownerData } from './owner-data.ts';

export interface CheckedData extends ContentData {
  readonly fingerprintSha256: string;
  readonly database: {
    readonly owner: Owner;
    readonly label: string;
    readonly certificateId: string | null;
    readonly status: TrustStatus;
    readonly privateKey: boolean;
    readonly pkdsLabel: string | null;
    readonly tokenKey: TokenKeyRef | null;
  } | null;
  readonly mapping: MappingData | null;
  readonly logsOnAs: {
    readonly by: Identity['by'];
    readonly user: string | null;
    readonly criteria: string | null;
  } | null;
}

export function checkedData({ certificate, entry, mapping, identity }: CheckedCertificate): CheckedData {
  return {
    ...contentData(factsOf(certificate), { modulusExponent: entry?.modulusExponent ?? false }),
    fingerprintSha256: fingerprint(certificate.der, 'sha256'),
    database: entry && {
      owner: ownerData(entry.owner),
      label: entry.label,
      certificateId: certificateId(entry.owner, entry.label),
      status: entry.status,
      privateKey: hasPrivateKey(entry),
      pkdsLabel: entry.pkdsLabel,
      tokenKey: entry.tokenKey && { token: entry.tokenKey.token, id: entry.tokenKey.id },
    },
    mapping: mapping && mappingData(mapping),
    logsOnAs: identity && {
      by: identity.by,
      user: identity.user,
      criteria: identity.by === 'criteria' ? identity.criteria : null,
    },
  };
}
