/**
 * Which certificate of an owner is meant: by label, by serial number and issuer, or the only one there is.
 *
 * RACF Command Language Reference, "RACDCERT ALTER", "RACDCERT DELETE", "RACDCERT LIST".
 */
import type { CertificateEntry } from '../core/entities.ts';
import type { Message } from '../core/message.ts';
import type { Owner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import type { Bound } from '../tso/operand.ts';
import { certificateOf } from './stored-certificate.ts';
import { listingName } from '../x509/name.ts';
import { say } from './messages.ts';
import type { SELECTION_OPERANDS } from './operands.ts';
import { ownerPhrase } from './owner-phrase.ts';

export type Selection = Bound<typeof SELECTION_OPERANDS>;

/** True when nothing narrows the choice: no parentheses, or nothing in them. */
export function selectsAll(selection: Selection | null): boolean {
  return selection === null || Object.keys(selection).length === 0;
}

/** All certificates of the owner that fit, in order of addition. */
export async function select(
  view: StoreView,
  owner: Owner,
  selection: Selection | null,
): Promise<readonly CertificateEntry[]> {
  if (selection?.LABEL === undefined) {
    const all = await view.certificatesOf(owner);
    return selectsAll(selection) ? all : all.filter((entry) => fits(entry, selection));
  }
  const named = await view.certificate(owner, selection.LABEL);
  return named !== null && fits(named, selection) ? [named] : [];
}

function fits(entry: CertificateEntry, selection: Selection | null): boolean {
  const { SERIALNUMBER: serial, ISSUERSDN: issuer } = selection ?? {};
  if (serial === undefined && issuer === undefined) return true;
  const certificate = certificateOf(entry);
  return (
    (serial === undefined || withoutZeros(certificate.serial) === withoutZeros(serial)) &&
    (issuer === undefined || listingName(certificate.issuer) === issuer)
  );
}

function withoutZeros(hex: string): string {
  return hex.replace(/^0+/, '');
}

/** Exactly one certificate, or the message that says why there is none. */
export async function selectOne(
  view: StoreView,
  owner: Owner,
  selection: Selection | null,
): Promise<
  { readonly kind: 'found'; readonly entry: CertificateEntry } | { readonly kind: 'none'; readonly message: Message }
> {
  const [entry, second] = await select(view, owner, selection);
  if (entry === undefined) {
    const message = selectsAll(selection) ? say('IRRD105I', { owner: ownerPhrase(owner) }) : say('IRRD107I', {});
    return { kind: 'none', message };
  }
  return second === undefined ? { kind: 'found', entry } : { kind: 'none', message: say('RNGT034I', {}) };
}
