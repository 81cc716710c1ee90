/** Private keys that more than one certificate refers to. */
import type { CertificateEntry } from '../../core/entities.ts';
import { sameCertificate } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { certificateOf } from '../stored-certificate.ts';

/** True when another certificate uses the same stored key, so that the key must outlive this one. */
export async function sharesKey(view: StoreView, entry: CertificateEntry): Promise<boolean> {
  if (entry.keyId === null) return false;
  const { publicKey } = certificateOf(entry);
  const alike = await view.byPublicKey(publicKey.spki);
  return alike.some((other) => other.keyId === entry.keyId && !sameCertificate(other, entry));
}
