/** A certificate as it enters the database: in no ring, and it has signed nothing yet. */
import type { CertificateEntry } from '../core/entities.ts';
import type { Owner } from '../core/owner.ts';
import type { PublicKey } from '../x509/public-key.ts';
import type { KeyPlace } from './key-type.ts';
import { generatedPkdsLabel } from './pkds-label.ts';

/** What is known of a certificate before its key is. */
export type MadeCertificate = Pick<CertificateEntry, 'label' | 'der' | 'status' | 'created' | 'createdBy'>;

/** Where the private key of a new certificate went. */
export interface StoredKey {
  readonly id: string;
  readonly publicKey: PublicKey;
  readonly place: KeyPlace;
  /** Null for a key in the database, and for a label that RACF makes up. */
  readonly pkdsLabel: string | null;
}

/** `key` is null when the private half is not this certificate's. */
export function newEntry(owner: Owner, made: MadeCertificate, key: StoredKey | null): CertificateEntry {
  const pkds = key?.place.kind === 'pkds' ? key.place : null;
  return {
    kind: 'certificate',
    owner,
    ...made,
    keyId: key?.id ?? null,
    pkdsLabel: key === null || pkds === null ? null : (key.pkdsLabel ?? generatedPkdsLabel(owner, key.publicKey.spki)),
    // Keys of other kinds have no such form.
    modulusExponent: pkds?.modulusExponent === true && key?.publicKey.kind === 'RSA',
    rings: [],
    lastSerial: '0',
    requested: false,
    sequence: 0,
  };
}
