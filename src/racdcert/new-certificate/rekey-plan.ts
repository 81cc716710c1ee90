/**
 * What a rekeyed certificate will say: all that REKEY can refuse, before any key is made.
 *
 * RACF Command Language Reference, "RACDCERT REKEY".
 */
import { hasPrivateKey, type CertificateEntry } from '../../core/entities.ts';
import type { Owner } from '../../core/owner.ts';
import type { Release } from '../../core/release.ts';
import type { CommandView } from '../../core/view.ts';
import type { Name } from '../../x509/name.ts';
import { copiedExtensions } from './copied-extensions.ts';
import type { PlannedExtensions } from './extensions.ts';
import type { PlanContext } from '../function.ts';
import { keyLike } from '../keys/key-like.ts';
import { settledPlace } from '../keys/key-place.ts';
import { chooseKey, type KeyChoice, type KeyOperands } from '../keys/key-type.ts';
import { defaultLabel } from './labels.ts';
import { say } from '../messages.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { missingKeywords } from '../required.ts';
import { nextSerial, SELF_SIGNED_SERIAL, serialText } from './serial.ts';
import { certificateOf } from '../stored-certificate.ts';
import { type Moment, requestedValidity, type Validity } from './validity.ts';

export interface RekeyOperands extends KeyOperands {
  readonly NOTBEFORE?: Moment;
  readonly NOTAFTER?: Moment;
  readonly WITHLABEL?: string;
}

export interface RekeyPlan {
  readonly kind: 'plan';
  readonly original: CertificateEntry;
  readonly label: string;
  readonly subject: Name;
  readonly serial: bigint;
  readonly validity: Validity;
  readonly key: KeyChoice;
  readonly extensions: PlannedExtensions;
}

export async function planRekey(
  view: CommandView,
  originalLabel: string | undefined,
  owner: Owner,
  operands: RekeyOperands,
  context: PlanContext,
): Promise<RekeyPlan | Refusal> {
  if (originalLabel === undefined) return missingKeywords({ LABEL: undefined });
  const original = await view.certificate(owner, originalLabel);
  if (original === null) return refuse(say('IRRD107I', {}));
  if (!hasPrivateKey(original)) return refuse(say('IRRD128I', { function: 'REKEY' }));
  const certificate = certificateOf(original);
  const { subject } = certificate;
  if (subject.rdns.length === 0) return refuse(say('RNGT071I', {}));
  const key = await newKey(view, original, operands, context.level);
  if (isRefusal(key)) return key;
  const label = operands.WITHLABEL ?? (await defaultLabel(view, owner));
  if ((await view.certificate(owner, label)) !== null) return refuse(say('RNGT001I', {}));
  const validity = requestedValidity(operands.NOTBEFORE, operands.NOTAFTER, context.now, context.timeZone);
  if (validity === null) return refuse(say('IRRD133I', {}));
  const extensions = copiedExtensions(original, certificate, key.spec.kind);
  if (isRefusal(extensions)) return extensions;
  const serial = await freeSerial(view, subject, original);
  return { kind: 'plan', original, label, subject, serial, validity, key, extensions };
}

async function newKey(
  view: CommandView,
  original: CertificateEntry,
  operands: RekeyOperands,
  level: Release,
): Promise<KeyChoice | Refusal> {
  const wanted = keyLike(original, certificateOf(original).publicKey, operands);
  if (isRefusal(wanted)) return wanted;
  const choice = chooseKey(wanted, level);
  if (isRefusal(choice)) return choice;
  const place = await settledPlace(view, choice.place, operands.WITHLABEL);
  return isRefusal(place) ? place : { ...choice, place };
}

/**
 * Zero, as for any certificate that signs itself; but the copy of one that signed itself has its name as issuer
 * too, and would be that one's profile over again: it takes the next number of the original's counter that is free.
 */
async function freeSerial(view: CommandView, subject: Name, original: CertificateEntry): Promise<bigint> {
  const isTaken = async (serial: bigint) => (await view.byIssuerAndSerial(subject.der, serialText(serial))) !== null;
  if (!(await isTaken(SELF_SIGNED_SERIAL))) return SELF_SIGNED_SERIAL;
  // Taken ones beyond the counter are those of earlier copies, which count for themselves.
  let serial = nextSerial(original);
  while (await isTaken(serial)) serial++;
  return serial;
}
