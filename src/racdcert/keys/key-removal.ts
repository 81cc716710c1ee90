/**
 * What goes when a private key goes: DELETE takes it away with its certificate, ROLLOVER without.
 *
 * RACF Command Language Reference, "RACDCERT DELETE" and "RACDCERT ROLLOVER". A key in the PKDS goes from there; a
 * secure key goes from its token, unless a certificate bound there is linked with it: tokens keep what was bound.
 */
import { deleteIcsfKey, deleteKey, put, type ChangeSet } from '../../core/change.ts';
import type { CertificateEntry } from '../../core/entities.ts';
import type { StoreView } from '../../core/view.ts';
import { NO_KEY } from './key-place.ts';
import { sharesKey } from './shared-key.ts';
import { certificatesIn, keysIn, withoutObjects } from '../tokens/token-contents.ts';

/** Nothing when RACF holds no key, or when another certificate has the same one and still needs it. */
export async function removeKey(view: StoreView, entry: CertificateEntry): Promise<ChangeSet> {
  const { keyId, pkdsLabel, tokenKey } = entry;
  if (await sharesKey(view, entry)) return [];
  if (tokenKey !== null) return await removeTokenKey(view, tokenKey.token, keyId);
  const icsf = pkdsLabel === null ? null : await view.icsfKey(pkdsLabel);
  // A label from an older store may have no entry, and another certificate may have got it since.
  const listed = icsf !== null && icsf.keyId === keyId;
  return [...(keyId === null ? [] : [deleteKey(keyId)]), ...(listed ? [deleteIcsfKey(icsf.label)] : [])];
}

async function removeTokenKey(view: StoreView, name: string, keyId: string | null): Promise<ChangeSet> {
  const token = await view.token(name);
  if (token === null || keyId === null) return [];
  if (certificatesIn(token).some((bound) => bound.keyId === keyId)) return [];
  const gone = keysIn(token).filter((key) => key.keyId === keyId);
  return [deleteKey(keyId), put(withoutObjects(token, gone))];
}

/** The certificate without its private key: it can be checked against, and never sign or decrypt again. */
export function withoutKey(entry: CertificateEntry): CertificateEntry {
  return { ...entry, ...NO_KEY };
}
