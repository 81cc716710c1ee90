/** RNGT038I: an extension that a new certificate takes over from another, and that cannot be read there. */
import type { CertificateEntry } from '../../core/entities.ts';
import { isRingtoolError } from '../../core/errors.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { say } from '../messages.ts';
import { ownerPhrase } from '../owner-phrase.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** Name of an extension, and its reader. */
export type ExtensionReader = readonly [string, (certificate: Certificate) => unknown];

/** A refusal when what others made of the certificate cannot be read; null for the ordinary one. */
export function refuseUnreadable(
  { owner, label }: Pick<CertificateEntry, 'owner' | 'label'>,
  certificate: Certificate,
  extensions: readonly ExtensionReader[],
): Refusal | null {
  for (const [extension, read] of extensions) {
    try {
      read(certificate);
    } catch (error) {
      if (!isRingtoolError(error, 'x509/bad-certificate')) throw error;
      return refuse(say('RNGT038I', { extension, label, owner: ownerPhrase(owner) }));
    }
  }
  return null;
}
