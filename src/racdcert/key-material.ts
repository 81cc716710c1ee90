/**
 * Where the key of a new certificate comes from: made now, brought by a request, or lying in ICSF already.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT".
 */
import { createHash } from 'node:crypto';
import type { KeyEntry } from '../core/entities.ts';
import { userOwner, type Owner } from '../core/owner.ts';
import type { Release } from '../core/release.ts';
import type { CommandView } from '../core/view.ts';
import { certificateOf } from './stored-certificate.ts';
import type { KeySpec } from '../x509/keys.ts';
import type { PublicKey, PublicKeyKind } from '../x509/public-key.ts';
import type { CertificateRequest } from '../x509/request.ts';
import { chooseKey, kindsInPkds, type KeyOperands, type KeyPlace } from './key-type.ts';
import { say } from './messages.ts';
import { findByPkdsLabel, requestedPkdsLabel } from './pkds-label.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';

export type KeyMaterial =
  /** To be generated when everything else is known to be right. */
  | {
      readonly kind: 'new';
      readonly spec: KeySpec;
      readonly place: KeyPlace;
      /** Null for a key in the database, and for a label that RACF makes up. */
      readonly pkdsLabel: string | null;
    }
  /** A public key; its private half is not this certificate's. */
  | { readonly kind: 'given'; readonly publicKey: PublicKey };

export interface MaterialOperands extends KeyOperands {
  readonly FROMICSF?: string;
  readonly WITHLABEL?: string;
}

export async function keyMaterial(
  view: CommandView,
  request: CertificateRequest | null,
  operands: MaterialOperands,
  owner: Owner,
  context: { readonly level: Release; readonly user: string },
): Promise<KeyMaterial | Refusal> {
  if (request !== null) return given(request.publicKey);
  const owners = [owner, userOwner(context.user)];
  if (operands.FROMICSF !== undefined) {
    const holder = await findByPkdsLabel(view, operands.FROMICSF, owners);
    if (holder === null) return refuse(say('IRRD192I', {}));
    const { publicKey } = certificateOf(holder);
    return kindsInPkds(context.level).includes(publicKey.kind) ? given(publicKey) : refuse(say('IRRD194I', {}));
  }
  const choice = chooseKey(operands, context.level);
  if (isRefusal(choice)) return choice;
  const pkdsLabel = await requestedPkdsLabel(view, choice.place, operands.WITHLABEL, owners);
  return isRefusal(pkdsLabel) ? pkdsLabel : { kind: 'new', ...choice, pkdsLabel };
}

/** Kinds of keys that RACF has at all; it signs with no others and certifies no others. */
const IN_RACF: readonly PublicKeyKind[] = ['RSA', 'DSA', 'NIST ECC', 'Brainpool ECC'];

function given(publicKey: PublicKey): KeyMaterial | Refusal {
  return refuseForeignKey(publicKey) ?? { kind: 'given', publicKey };
}

/** A refusal for a key of a kind that RACF does not know; null for the others. */
export function refuseForeignKey(publicKey: PublicKey): Refusal | null {
  return IN_RACF.includes(publicKey.kind) ? null : refuse(say('RNGT032I', { kind: publicKey.kind }));
}

/** A private key as the store keeps it. The id comes from the public half, so a command run again gives the same. */
export function keyEntry(pkcs8: Uint8Array, spki: Uint8Array): KeyEntry {
  return { kind: 'key', id: createHash('sha256').update(spki).digest('hex'), pkcs8 };
}
