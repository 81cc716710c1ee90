/** What a certificate itself says, in the JSON of LIST, LISTCHAIN and CHECKCERT. The same at every release level. */
import type { CertificateEntry } from '../../core/entities.ts';
import type { GeneralName } from '../../x509/general-name.ts';
import { listingName } from '../../x509/name.ts';
import type { CertificateFacts } from './facts.ts';
import { keyType } from './key.ts';

export interface ContentData {
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
}

/** `form` is how RACF keeps the key. */
export function contentData(
  { certificate, altNames, keyUsage }: CertificateFacts,
  form: Pick<CertificateEntry, 'modulusExponent'>,
): ContentData {
  const { publicKey } = certificate;
  return {
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    serialNumber: certificate.serial,
    issuer: listingName(certificate.issuer),
    subject: listingName(certificate.subject),
    subjectAltNames: altNames === null ? null : altNames.flatMap(altNameData),
    signingAlgorithm: certificate.signatureAlgorithm.name,
    keyUsage,
    keyType: keyType(publicKey.kind, form),
    keySize: publicKey.size,
    curve: publicKey.curve,
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
