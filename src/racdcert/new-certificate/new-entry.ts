/** A certificate as it enters the database: in no ring, and it has signed nothing yet. */
import type { CertificateEntry } from '../../core/entities.ts';
import type { Owner } from '../../core/owner.ts';
import type { KeyFields } from '../keys/key-place.ts';

/** What is known of a certificate before its key is. */
export type MadeCertificate = Pick<CertificateEntry, 'label' | 'der' | 'status' | 'created' | 'createdBy'>;

export function newEntry(owner: Owner, made: MadeCertificate, key: KeyFields): CertificateEntry {
  return { kind: 'certificate', owner, ...made, ...key, rings: [], lastSerial: '0', requested: false, sequence: 0 };
}
