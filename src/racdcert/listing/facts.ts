/** A certificate of the store with what listings show of it, read once for lines and for JSON. */
import type { CertificateEntry } from '../../core/entities.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { certificateOf } from '../stored-certificate.ts';
import { unlessUnreadable } from '../../x509/extensions/find.ts';
import { keyUsage } from '../../x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../x509/extensions/subject-alt-name.ts';
import type { GeneralName } from '../../x509/general-name.ts';
import { keywordsOfKeyUsage, type KeyUsageKeyword } from '../../x509/racf-key-usage.ts';

export interface CertificateFacts {
  readonly certificate: Certificate;
  /** Null when the extension is absent, or cannot be read: a listing shows what it can. */
  readonly altNames: readonly GeneralName[] | null;
  readonly keyUsage: readonly KeyUsageKeyword[] | null;
}

export function certificateFacts(entry: Pick<CertificateEntry, 'der' | 'owner' | 'label'>): CertificateFacts {
  return factsOf(certificateOf(entry));
}

/** The same of a certificate from anywhere. */
export function factsOf(certificate: Certificate): CertificateFacts {
  const usage = unlessUnreadable(() => keyUsage(certificate));
  return {
    certificate,
    altNames: unlessUnreadable(() => subjectAltNames(certificate)),
    keyUsage: usage === null ? null : keywordsOfKeyUsage(usage),
  };
}
