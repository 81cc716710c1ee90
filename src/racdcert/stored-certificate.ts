/** Reading a certificate of the database: one that cannot be read is named, so that it can be found and mended. */
import type { CertificateEntry } from '../core/entities.ts';
import { isRingtoolError, RingtoolError } from '../core/errors.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';
import { ownerPhrase } from './owner-phrase.ts';

/** ADD lets nothing in that cannot be read: here somebody changed the file since. Throws x509/bad-certificate. */
export function certificateOf(entry: Pick<CertificateEntry, 'der' | 'owner' | 'label'>): Certificate {
  try {
    return parseCertificate(entry.der);
  } catch (cause) {
    if (!isRingtoolError(cause)) throw cause;
    const which = `certificate '${entry.label}' of ${ownerPhrase(entry.owner)}`;
    throw new RingtoolError('x509/bad-certificate', `${which} cannot be read in the store: ${cause.message}`, {
      hint: 'ringtool store check',
      cause,
    });
  }
}
