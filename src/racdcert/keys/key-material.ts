/**
 * Where the key of a new certificate comes from: made now, brought by a request, or lying in ICSF already.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT".
 */
import type { Release } from '../../core/release.ts';
import type { CommandView } from '../../core/view.ts';
import type { KeySpec } from '../../x509/keys.ts';
import { parsePublicKey, type PublicKey, type PublicKeyKind } from '../../x509/public-key.ts';
import type { CertificateRequest } from '../../x509/request.ts';
import { settledPlace } from './key-place.ts';
import { chooseKey, kindsInPkds, type KeyOperands, type KeyPlace } from './key-type.ts';
import { say } from '../messages.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';

export type KeyMaterial =
  /** To be generated when everything else is known to be right. */
  | { readonly kind: 'new'; readonly spec: KeySpec; readonly place: KeyPlace }
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
  level: Release,
): Promise<KeyMaterial | Refusal> {
  if (request !== null) return given(request.publicKey);
  if (operands.FROMICSF !== undefined) {
    const key = await view.icsfKey(operands.FROMICSF);
    if (key === null) return refuse(say('IRRD192I', {}));
    const publicKey = parsePublicKey(key.spki);
    return kindsInPkds(level).includes(publicKey.kind) ? given(publicKey) : refuse(say('IRRD194I', {}));
  }
  const choice = chooseKey(operands, level);
  if (isRefusal(choice)) return choice;
  const place = await settledPlace(view, choice.place, operands.WITHLABEL);
  return isRefusal(place) ? place : { kind: 'new', spec: choice.spec, place };
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
