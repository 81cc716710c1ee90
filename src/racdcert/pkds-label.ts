/**
 * Labels in the ICSF PKA key data set (PKDS): their rules, `*`, and the one RACF makes up.
 *
 * ringtool keeps the key itself in its own store; the label says that on z/OS it would be ICSF's.
 */
import { createHash } from 'node:crypto';
import { CERTAUTH, SITE, anchorOf, type Owner } from '../core/owner.ts';
import type { CertificateEntry } from '../core/entities.ts';
import type { StoreView } from '../core/view.ts';
import { certificateOf } from './stored-certificate.ts';
import type { KeyPlace } from './key-type.ts';
import { say } from './messages.ts';
import { isRefusal, refuse, refuseValue, type Refusal } from './refusal.ts';

/** Up to 64 letters, digits, national characters and periods; the first a letter or national. */
export function isPkdsLabel(text: string): boolean {
  return /^[A-Z@#$][A-Z0-9@#$.]{0,63}$/.test(text);
}

/**
 * The label a key is to have before anything is made; null for a key in the database or a made-up label.
 * `key` (SubjectPublicKeyInfo), where it is there already, may have the label: it is renewed.
 */
export async function requestedPkdsLabel(
  view: StoreView,
  place: KeyPlace,
  withLabel: string | undefined,
  owners: readonly Owner[],
  key: Uint8Array | null = null,
): Promise<string | null | Refusal> {
  const label = writtenLabel(place, withLabel);
  if (label === null || isRefusal(label)) return label;
  const holder = await findByPkdsLabel(view, label, owners);
  const free = holder === null || (key !== null && hasKey(holder, key));
  return free ? label : refuse(say('RNGT033I', {}));
}

function hasKey(holder: CertificateEntry, spki: Uint8Array): boolean {
  return Buffer.compare(certificateOf(holder).publicKey.spki, spki) === 0;
}

function writtenLabel(place: KeyPlace, withLabel: string | undefined): string | null | Refusal {
  if (place.kind === 'database' || place.label === null) return null;
  if (place.label !== '*') {
    return isPkdsLabel(place.label) ? place.label : refuseValue('PKDS label', place.label);
  }
  const folded = withLabel?.toUpperCase() ?? '';
  return isPkdsLabel(folded) ? folded : refuse(say('IRRD160I', {}));
}

/**
 * A label in the form RACF makes up: `IRR.DIGTCERT.owner.system.value`. RACF's last part is the clock; ours
 * comes from the key, so that a command run again gives the same.
 */
export function generatedPkdsLabel(owner: Owner, spki: Uint8Array): string {
  const name = owner.kind === 'user' ? anchorOf(owner) : owner.kind === 'certauth' ? 'CERTIFAUTH' : 'SITECERTIF';
  return `IRR.DIGTCERT.${name}.RINGTOOL.${createHash('sha256').update(spki).digest('hex').slice(0, 16).toUpperCase()}`;
}

/** The certificate whose key has this label, among those of `owner`, the two pools and the issuing user. */
export async function findByPkdsLabel(
  view: StoreView,
  label: string,
  owners: readonly Owner[],
): Promise<CertificateEntry | null> {
  const seen = new Set<string>();
  for (const owner of [...owners, CERTAUTH, SITE]) {
    if (seen.has(anchorOf(owner))) continue;
    seen.add(anchorOf(owner));
    const found = (await view.certificatesOf(owner)).find((entry) => entry.pkdsLabel === label);
    if (found) return found;
  }
  return null;
}
