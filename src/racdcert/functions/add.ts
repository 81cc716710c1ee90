/**
 * RACDCERT ADD: installs a certificate or a package from a data set.
 *
 * RACF Command Language Reference, "RACDCERT ADD". The issuers of a package go to CERTAUTH, the root first, so
 * that each certificate is judged by an issuer that is there already. One refusal, and nothing is added.
 */
import { put, type Change } from '../../core/change.ts';
import type { TrustStatus } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import { nameMatchKey } from '../../der/name-match.ts';
import { CERTAUTH, sameOwner, userOwner, type Owner } from '../../core/owner.ts';
import type { CommandView } from '../../core/view.ts';
import { dataSet } from '../../tso/declare.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { listingName } from '../../x509/name.ts';
import { refuseDefined } from '../already-defined.ts';
import { type Context, defineFunction } from '../function.ts';
import { readInput } from '../input-data-set.ts';
import { type NewIssuer, whoSigned } from '../issuer.ts';
import { keyEntry } from '../key-material.ts';
import { type KeyPlace, keyPlaceOfAdd } from '../key-type.ts';
import { defaultLabel } from '../labels.ts';
import { say } from '../messages.ts';
import { newEntry } from '../new-entry.ts';
import { ownerPhrase } from '../owner-phrase.ts';
import { readPackage } from '../package.ts';
import { requestedPkdsLabel } from '../pkds-label.ts';
import { concluded, isRefusal, refuse, refused, type Refusal } from '../refusal.ts';
import { predecessorOf, replace } from '../renewal.ts';
import { askedStatus, decideTrust } from '../trust.ts';
import { isInDate } from '../validity.ts';

export const add = defineFunction({
  name: 'ADD',
  summary: 'Install a certificate or a package from a data set',
  value: dataSet(),
  owner: 'certificate',
  operands: ['TRUST', 'NOTRUST', 'HIGHTRUST', 'WITHLABEL', 'PASSWORD', 'PKDS', 'ICSF', 'PCICC'],
  async run(view, { value, owner, operands }, context) {
    const content = await readInput(view, value ?? '');
    if (isRefusal(content)) return refused(content);
    const found = await readPackage(content, operands.PASSWORD, context.level);
    if (isRefusal(found)) return refused(found);
    const { subject, pkcs8 } = found;
    // Before its label is looked at: in a command run twice the label is in use as well.
    const defined = await refuseDefined(view, subject.issuer.der, subject.serial);
    if (defined !== null) return refused(defined);
    const place = keyPlaceOfAdd(operands, subject.publicKey.kind, context.level);
    if (isRefusal(place)) return refused(place);
    const owners = [owner, userOwner(context.user)];
    const pkdsLabel = await requestedPkdsLabel(view, place, operands.WITHLABEL, owners, subject.publicKey.spki);
    if (isRefusal(pkdsLabel)) return refused(pkdsLabel);

    const work: Work = { view, context, messages: [], changes: [], added: new Map(), labels: new Set() };
    for (const issuer of found.issuers) {
      const known = await view.byIssuerAndSerial(issuer.issuer.der, issuer.serial);
      if (known !== null) {
        work.messages.push(say('RNGT020I', { subject: listingName(issuer.subject) }));
        continue;
      }
      const plain = { owner: CERTAUTH, certificate: issuer, label: undefined, asked: null, key: null };
      const refusal = await install(work, plain);
      if (refusal !== null) return refused(refusal);
    }
    const key = pkcs8 && { pkcs8, place, pkdsLabel };
    const asked = askedStatus(operands, owner);
    const refusal = await install(work, { owner, certificate: subject, label: operands.WITHLABEL, asked, key });
    if (refusal !== null) return refused(refusal);
    return concluded(work.messages, { changes: work.changes });
  },
});

/** What has been done so far by one command. */
interface Work {
  readonly view: CommandView;
  readonly context: Context;
  readonly messages: Message[];
  readonly changes: Change[];
  /** By name: not in the view yet, but there to judge what they signed. */
  readonly added: Map<string, NewIssuer[]>;
  /** Labels given to CERTAUTH by this command. */
  readonly labels: Set<string>;
}

interface Addition {
  readonly owner: Owner;
  readonly certificate: Certificate;
  /** From WITHLABEL. */
  readonly label: string | undefined;
  readonly asked: TrustStatus | null;
  readonly key: { readonly pkcs8: Uint8Array; readonly place: KeyPlace; readonly pkdsLabel: string | null } | null;
}

/** Adds one certificate to the work, or says why not. */
async function install(work: Work, addition: Addition): Promise<Refusal | null> {
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

  const made = {
    label,
    der: certificate.der,
    status: decision.status,
    created: context.now.toISOString(),
    createdBy: context.user,
  };
  if (old !== null) {
    work.changes.push(...(await replace(view, old, { ...made, lastSerial: old.lastSerial })));
  } else {
    const { publicKey } = certificate;
    const stored = key && keyEntry(key.pkcs8, publicKey.spki);
    const entry = newEntry(owner, made, key && stored && { ...key, id: stored.id, publicKey });
    work.changes.push(...(stored === null ? [] : [put(stored)]), put(entry));
  }
  const name = nameMatchKey(certificate.subject.der);
  const namesakes = work.added.get(name) ?? [];
  namesakes.push({ certificate, status: decision.status });
  work.added.set(name, namesakes);
  work.messages.push(...decision.messages, say('IRRD199I', { label, owner: ownerPhrase(owner) }));
  return null;
}
