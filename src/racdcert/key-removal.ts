/**
 * What goes when a private key goes: DELETE takes it away with its certificate, ROLLOVER without.
 *
 * RACF Command Language Reference, "RACDCERT DELETE" and "RACDCERT ROLLOVER".
 */
import { deleteKey, type ChangeSet } from '../core/change.ts';
import type { CertificateEntry } from '../core/entities.ts';
import type { StoreView } from '../core/view.ts';
import { sharesKey } from './shared-key.ts';

/** Nothing when RACF holds no key, or when another certificate has the same one and still needs it. */
export async function removeKey(view: StoreView, entry: CertificateEntry): Promise<ChangeSet> {
  if (entry.keyId === null || (await sharesKey(view, entry))) return [];
  return [deleteKey(entry.keyId)];
}

/** The certificate without its private key: it can be checked against, and never sign or decrypt again. */
export function withoutKey(entry: CertificateEntry): CertificateEntry {
  return { ...entry, keyId: null, pkdsLabel: null, tokenKey: null, modulusExponent: false };
}
