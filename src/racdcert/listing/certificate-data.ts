/** One certificate in the JSON of LIST (docs/json.md, `ringtool-list`). The same at every release level. */
import { certificateId } from '../../core/certificate-id.ts';
import { type CertificateEntry, hasPrivateKey, type TrustStatus } from '../../core/entities.ts';
import type { Owner, RingRef } from '../../core/owner.ts';
import { fingerprint } from '../../x509/fingerprint.ts';
import type { GeneralName } from '../../x509/general-name.ts';
import { listingName } from '../../x509/name.ts';
import { certificateFacts } from './facts.ts';
import { keyType } from './key.ts';
import { ownerData } from './owner-data.ts';

export interface CertificateData {
  readonly owner: Owner;
  readonly label: string;
  readonly certificateId: string | null;
  readonly status: TrustStatus;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly serialNumber: string;
  readonly issuer: string;
  readonly subject: string;
  readonly subjectAltNames: readonly { readonly kind: string; readonly value: string }[] | null;
  readonly signingAlgorithm: string;
  readonly keyUsage: readonly string[] | null;
  readonly keyType: string;
  readonly keySize: number;
  readonly curve: string | null;
  readonly privateKey: boolean;
  readonly pkdsLabel: string | null;
  readonly requested: boolean;
  readonly fingerprintSha256: string;
  readonly rings: readonly RingRef[];
  readonly created: string;
  readonly createdBy: string;
}

export function certificateData(entry: CertificateEntry): CertificateData {
  const { certificate, altNames, keyUsage } = certificateFacts(entry);
  const { publicKey } = certificate;
  return {
    owner: ownerData(entry.owner),
    label: entry.label,
    certificateId: certificateId(entry.owner, entry.label),
    status: entry.status,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    serialNumber: certificate.serial,
    issuer: listingName(certificate.issuer),
    subject: listingName(certificate.subject),
    subjectAltNames: altNames === null ? null : altNames.flatMap(altNameData),
    signingAlgorithm: certificate.signatureAlgorithm.name,
    keyUsage,
    keyType: keyType(publicKey.kind, entry),
    keySize: publicKey.size,
    curve: publicKey.curve,
    privateKey: hasPrivateKey(entry),
    pkdsLabel: entry.pkdsLabel,
    requested: entry.requested,
    fingerprintSha256: fingerprint(entry.der, 'sha256'),
    rings: entry.rings.map(({ owner, name }) => ({ owner, name })),
    created: entry.created,
    createdBy: entry.createdBy,
  };
}

/** Names of the kinds RACDCERT knows; `other` is left out. */
function altNameData(name: GeneralName): readonly { readonly kind: string; readonly value: string }[] {
  switch (name.kind) {
    case 'ip':
      return [{ kind: 'ip', value: name.address }];
    case 'directory':
      return [{ kind: 'directory', value: listingName(name.name) }];
    case 'other':
      return [];
    default:
      return [{ kind: name.kind, value: name.value }];
  }
}
