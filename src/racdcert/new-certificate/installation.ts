/**
 * One certificate on its way into RACF: ADD takes it from a data set, IMPORT from a token.
 *
 * RACF Command Language Reference, "RACDCERT ADD" and "RACDCERT IMPORT". What may refuse it is asked first; then it
 * is judged, labelled, and put beside the others or in the place of the one it renews.
 */
import { put, type Change } from '../../core/change.ts';
import type { TrustStatus } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import { CERTAUTH, sameOwner, type Owner } from '../../core/owner.ts';
import type { CommandView } from '../../core/view.ts';
import { nameMatchKey } from '../../der/name-match.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { refuseDefined } from './already-defined.ts';
import type { Context } from '../function.ts';
import { type NewIssuer, whoSigned } from '../chains/issuer.ts';
import { NO_KEY, type PlacedKey, placeKey, settledPlace } from '../keys/key-place.ts';
import { type KeyOperands, keyPlaceOfAdd } from '../keys/key-type.ts';
import { defaultLabel } from './labels.ts';
import { say } from '../messages.ts';
import { newEntry } from './new-entry.ts';
import { ownerPhrase } from '../owner-phrase.ts';
import { isRefusal, refuse, type Refusal } from '../refusal.ts';
import { predecessorOf, replace } from './replace-same-key.ts';
import { askedStatus, decideTrust, type StatusOperands } from '../chains/trust.ts';
import { isInDate } from './validity.ts';

/** What has been done so far by one command. */
export interface Work {
  readonly view: CommandView;
  readonly context: Context;
  readonly messages: Message[];
  readonly changes: Change[];
  /** By name: not in the view yet, but there to judge what they signed. */
  readonly added: Map<string, NewIssuer[]>;
  /** Labels given to CERTAUTH by this command. */
  readonly labels: Set<string>;
}

export function newWork(view: CommandView, context: Context): Work {
  return { view, context, messages: [], changes: [], added: new Map(), labels: new Set() };
}

export interface Addition {
  readonly kind: 'addition';
  readonly owner: Owner;
  readonly certificate: Certificate;
  /** From WITHLABEL. */
  readonly label: string | undefined;
  readonly asked: TrustStatus | null;
  /** Its private key; null when none came with it. Not used where the certificate renews another. */
  readonly key: PlacedKey | null;
}

/** The operands that ADD and IMPORT share. */
export type AdditionOperands = StatusOperands &
  Pick<KeyOperands, 'PKDS' | 'ICSF' | 'PCICC'> & { readonly WITHLABEL?: string };

/** What the command asks for, or why it cannot be: the certificate is there already, or the key has no place. */
export async function plannedAddition(
  { view, context }: Work,
  owner: Owner,
  certificate: Certificate,
  pkcs8: Uint8Array | null,
  operands: AdditionOperands,
): Promise<Addition | Refusal> {
  // Before its label is looked at: in a command run twice the label is in use as well.
  const defined = await refuseDefined(view, certificate.issuer.der, certificate.serial);
  if (defined !== null) return defined;
  const { publicKey } = certificate;
  const asked = keyPlaceOfAdd(operands, publicKey.kind, context.level);
  if (isRefusal(asked)) return asked;
  const place = await settledPlace(view, asked, operands.WITHLABEL, publicKey.spki);
  if (isRefusal(place)) return place;
  const key = pkcs8 && (await placeKey(view, owner, { pkcs8, publicKey, place }, madeBy(context)));
  return { kind: 'addition', owner, certificate, label: operands.WITHLABEL, asked: askedStatus(operands, owner), key };
}

function madeBy({ now, user }: Context): { readonly created: string; readonly createdBy: string } {
  return { created: now.toISOString(), createdBy: user };
}

/** Adds one certificate to the work, or says why not. */
export async function install(work: Work, addition: Addition): Promise<Refusal | null> {
  const { view, context } = work;
  const { owner, certificate, asked, key } = addition;
  const signed = await whoSigned(view, certificate, owner, work.added.get(nameMatchKey(certificate.issuer.der)) ?? []);
  const decision = decideTrust({ asked, signed, inDate: isInDate(certificate, context.now) });
  if (isRefusal(decision)) return decision;
  const old = await predecessorOf(view, owner, certificate.publicKey.spki);
  if (isRefusal(old)) return old;

  const reserved = sameOwner(owner, CERTAUTH) ? work.labels : undefined;
  const label = addition.label ?? old?.label ?? (await defaultLabel(view, owner, reserved));
  const inUse = label !== old?.label && (await view.certificate(owner, label)) !== null;
  if (inUse || (reserved?.has(label) ?? false)) return refuse(say('RNGT001I', {}));
  reserved?.add(label);

  const made = { label, der: certificate.der, status: decision.status, ...madeBy(context) };
  if (old !== null) {
    work.changes.push(...(await replace(view, old, { ...made, lastSerial: old.lastSerial })));
  } else {
    work.changes.push(...(key?.changes ?? []), put(newEntry(owner, made, key?.fields ?? NO_KEY)));
  }
  const name = nameMatchKey(certificate.subject.der);
  const namesakes = work.added.get(name) ?? [];
  namesakes.push({ certificate, status: decision.status });
  work.added.set(name, namesakes);
  work.messages.push(...decision.messages, say('IRRD199I', { label, owner: ownerPhrase(owner) }));
  return null;
}
