/** A certificate whose key was just made, as the database is to hold both: GENCERT and REKEY end so. */
import { put, type ChangeSet } from '../core/change.ts';
import type { CertificateEntry } from '../core/entities.ts';
import type { Owner } from '../core/owner.ts';
import type { KeyPair } from '../x509/keys.ts';
import { parsePublicKey } from '../x509/public-key.ts';
import { keyEntry, type KeyMaterial } from './key-material.ts';
import { newEntry, type MadeCertificate } from './new-entry.ts';

/** What differs from a certificate that has signed nothing yet. */
export type Beginnings = Partial<Pick<CertificateEntry, 'lastSerial'>>;

/** The key where `material` says it is to live, and the certificate that refers to it. */
export function entryWithKey(
  owner: Owner,
  made: MadeCertificate,
  pair: KeyPair,
  material: Extract<KeyMaterial, { kind: 'new' }>,
  beginnings: Beginnings = {},
): ChangeSet {
  const key = keyEntry(pair.pkcs8, pair.spki);
  const stored = { id: key.id, publicKey: parsePublicKey(pair.spki), ...material };
  return [put(key), put({ ...newEntry(owner, made, stored), ...beginnings })];
}
