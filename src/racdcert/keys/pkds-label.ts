/**
 * Labels in the ICSF PKA key data set (PKDS): their rules, `*`, and the one RACF makes up.
 *
 * ringtool keeps the key itself in its own store; the label says that on z/OS it would be ICSF's.
 */
import { createHash } from 'node:crypto';
import { anchorOf, type Owner } from '../../core/owner.ts';
import { say } from '../messages.ts';
import { refuse, refuseValue, type Refusal } from '../refusal.ts';

/** Up to 64 letters, digits, national characters and periods; the first a letter or national. */
function isPkdsLabel(text: string): boolean {
  return /^[A-Z@#$][A-Z0-9@#$.]{0,63}$/.test(text);
}

/** The label as written, or WITHLABEL's for `*`; null for one that RACF is to make up. */
export function writtenPkdsLabel(label: string | null, withLabel: string | undefined): string | null | Refusal {
  if (label === null) return null;
  if (label !== '*') return isPkdsLabel(label) ? label : refuseValue('PKDS label', label);
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
