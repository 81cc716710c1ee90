/** A certificate whose key was just made, as the store is to hold both: GENCERT and REKEY end so. */
import { put, type ChangeSet } from '../../core/change.ts';
import type { CertificateEntry } from '../../core/entities.ts';
import type { Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import type { KeyPair } from '../../x509/keys.ts';
import { parsePublicKey } from '../../x509/public-key.ts';
import { placeKey } from '../keys/key-place.ts';
import type { KeyPlace } from '../keys/key-type.ts';
import { newEntry, type MadeCertificate } from './new-entry.ts';

/** What differs from a certificate that has signed nothing yet. */
export type Beginnings = Partial<Pick<CertificateEntry, 'lastSerial'>>;

/** The key in its place (as `settledPlace` gave it), and the certificate that refers to it. */
export async function entryWithKey(
  view: StoreView,
  owner: Owner,
  made: MadeCertificate,
  { pkcs8, spki }: KeyPair,
  place: KeyPlace,
  beginnings: Beginnings = {},
): Promise<ChangeSet> {
  const { fields, changes } = await placeKey(view, owner, { pkcs8, publicKey: parsePublicKey(spki), place }, made);
  return [...changes, put({ ...newEntry(owner, made, fields), ...beginnings })];
}
