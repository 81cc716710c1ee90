/**
 * Renewal: a certificate whose public key RACF already holds with its private key replaces the one there.
 *
 * RACF Security Administrator's Guide, "Renewing an expiring certificate": key, label and rings are kept, the
 * old profile disappears, and the mark of a request generated from it has served its purpose.
 */
import { deleteCertificate, put, type ChangeSet } from '../../core/change.ts';
import type { CertificateEntry } from '../../core/entities.ts';
import { sameOwner, type Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { renameInRings } from '../rings/connections.ts';
import { say } from '../messages.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** The certificate that one with this public key would replace; null when there is none. */
export async function predecessorOf(
  view: StoreView,
  owner: Owner,
  spki: Uint8Array,
): Promise<CertificateEntry | null | Refusal> {
  const withKey = (await view.byPublicKey(spki)).filter((entry) => entry.keyId !== null);
  const own = withKey.find((entry) => sameOwner(entry.owner, owner));
  if (own !== undefined) return own;
  return withKey.length === 0 ? null : refuse(say('RNGT002I', {}));
}

/** What a renewal brings; everything else stays as it was. */
export type Renewal = Pick<CertificateEntry, 'label' | 'der' | 'status' | 'lastSerial' | 'created' | 'createdBy'>;

/** The changes that put a renewed certificate in the place of the old one. */
export async function replace(view: StoreView, old: CertificateEntry, renewal: Renewal): Promise<ChangeSet> {
  const renewed: CertificateEntry = { ...old, ...renewal, requested: false };
  if (renewal.label === old.label) return [put(renewed)];
  return [deleteCertificate(old.owner, old.label), put(renewed), ...(await renameInRings(view, old, renewal.label))];
}
