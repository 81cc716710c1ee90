/**
 * Where the private key of a new certificate goes: looked at before anything is made, filled when it is.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT" and "RACDCERT ADD": PKDS, ICSF, PCICC, TOKEN.
 */
import { createHash } from 'node:crypto';
import { put, type ChangeSet } from '../../core/change.ts';
import type { CertificateEntry, IcsfKeyEntry, KeyEntry, TokenEntry, TokenKeyRef } from '../../core/entities.ts';
import { RingtoolError } from '../../core/errors.ts';
import type { Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import type { PublicKey } from '../../x509/public-key.ts';
import type { KeyPlace } from './key-type.ts';
import { say } from '../messages.ts';
import { generatedPkdsLabel, writtenPkdsLabel } from './pkds-label.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { findToken, refuseWithoutTokens } from '../tokens/token-service.ts';

/**
 * The place with `*` resolved, and known to be free. `key` (SubjectPublicKeyInfo), where it is there already, may
 * have the label: it is renewed.
 */
export async function settledPlace(
  view: StoreView,
  place: KeyPlace,
  withLabel: string | undefined,
  key: Uint8Array | null = null,
): Promise<KeyPlace | Refusal> {
  switch (place.kind) {
    case 'database':
      return place;
    case 'token': {
      const refusal = await refuseWithoutTokens(view);
      if (refusal !== null) return refusal;
      const token = await findToken(view, place.token);
      return isRefusal(token) ? token : place;
    }
    case 'pkds': {
      const label = writtenPkdsLabel(place.label, withLabel);
      if (isRefusal(label)) return label;
      const holder = label === null ? null : await view.icsfKey(label);
      const free = holder === null || (key !== null && Buffer.compare(holder.spki, key) === 0);
      return free ? { ...place, label } : refuse(say('RNGT033I', {}));
    }
  }
}

/** What a certificate entry says about its private key. */
export type KeyFields = Pick<CertificateEntry, 'keyId' | 'pkdsLabel' | 'tokenKey' | 'modulusExponent'>;

/** The private half is not this certificate's. */
export const NO_KEY: KeyFields = { keyId: null, pkdsLabel: null, tokenKey: null, modulusExponent: false };

/** A private key in its place: what its certificate says of it, and what else the store is to hold. */
export interface PlacedKey {
  readonly fields: KeyFields;
  readonly changes: ChangeSet;
}

export interface NewKey {
  readonly pkcs8: Uint8Array;
  readonly publicKey: PublicKey;
  /** As `settledPlace` gave it. */
  readonly place: KeyPlace;
}

/** Puts a key into its place; `made` says when and by whom. */
export async function placeKey(
  view: StoreView,
  owner: Owner,
  { pkcs8, publicKey, place }: NewKey,
  made: Pick<IcsfKeyEntry, 'created' | 'createdBy'>,
): Promise<PlacedKey> {
  const { spki } = publicKey;
  const key = keyEntry(pkcs8, spki);
  const fields = { ...NO_KEY, keyId: key.id };
  switch (place.kind) {
    case 'database':
      return { fields, changes: [put(key)] };
    case 'pkds': {
      const label = place.label ?? generatedPkdsLabel(owner, spki);
      const { created, createdBy } = made;
      const icsf: IcsfKeyEntry = { kind: 'icsf-key', label, spki, keyId: key.id, created, createdBy };
      // Keys of other kinds have no such form.
      const modulusExponent = place.modulusExponent && publicKey.kind === 'RSA';
      return { fields: { ...fields, pkdsLabel: label, modulusExponent }, changes: [put(key), put(icsf)] };
    }
    case 'token': {
      const token = await view.token(place.token);
      if (token === null) throw new RingtoolError('internal/unreachable', 'a key was planned for a missing token');
      const tokenKey: TokenKeyRef = { token: token.name, id: objectId(spki) };
      return { fields: { ...fields, tokenKey }, changes: [put(key), put(withKey(token, tokenKey.id, spki, key.id))] };
    }
  }
}

/** A private key as the store keeps it. The id comes from the public half, so a command run again gives the same. */
export function keyEntry(pkcs8: Uint8Array, spki: Uint8Array): KeyEntry {
  return { kind: 'key', id: createHash('sha256').update(spki).digest('hex'), pkcs8 };
}

/** CKA_ID: PKCS #11 leaves its making open and names a hash of the key as usual; which one RACF takes is not known. */
function objectId(spki: Uint8Array): string {
  return createHash('sha1').update(spki).digest('hex').toUpperCase();
}

function withKey(token: TokenEntry, id: string, spki: Uint8Array, keyId: string): TokenEntry {
  const others = token.objects.filter((object) => object.type !== 'key' || object.id !== id);
  return { ...token, objects: [...others, { type: 'key', id, spki, keyId }] };
}
