/** What a command touches, as far as authority goes: whose certificate, which ring, which token, which ICSF keys. */
import type { CertificateEntry } from '../../core/entities.ts';
import type { MappingOwner, Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import type { Condition, Subject } from './authority-table.ts';
import { naturalUsage } from '../rings/connections.ts';
import { defaultFormat, EXPORT_FORMATS } from '../data-sets/export-format.ts';
import type { OperandName, RacdcertFunction, Request } from '../function.ts';
import { innerOwner } from '../inner-owner.ts';
import { signerEntry, signerOwners } from '../new-certificate/signer.ts';
import { select, type Selection } from '../selection.ts';

export interface Touched {
  readonly conditions: ReadonlySet<Condition>;
  /** Null for a subject that the command does not have. */
  readonly owners: Readonly<Record<Subject, Owner | MappingOwner | null>>;
  /** Labels of certificates; `*` where RACF makes one up, or there is none. */
  readonly labels: Readonly<Record<Subject, readonly string[]>>;
  readonly rings: readonly string[];
  /** Null when no token is named, `*` for all. */
  readonly token: string | null;
  /** Keys of the PKA key data set that the command names, or signs with. */
  readonly icsfKeys: readonly string[];
}

type Called = Pick<RacdcertFunction, 'name' | 'owner'>;
type AnyRequest = Request<unknown, OperandName>;

/** What may stand in the parentheses of a function; each has some of it. */
interface Inner extends Selection {
  readonly ID?: string;
  readonly CERTAUTH?: true;
  readonly SITE?: true;
  readonly RING?: string;
  readonly TOKEN?: string;
  readonly USAGE?: 'PERSONAL' | 'CERTAUTH' | 'SITE';
}

const ANY = '*';

export async function touched(view: StoreView, called: Called, request: AnyRequest, user: string): Promise<Touched> {
  const { operands, owner } = request;
  const inner: Inner = typeof request.value === 'object' && request.value !== null ? request.value : {};
  const innermost = innerOwner(inner, owner);
  const signer = await namedSigner(view, request, user);
  return {
    conditions: conditionsOf(called, request, inner, innermost, user),
    owners: { owner, inner: innermost, signer: signer?.owner ?? null },
    labels: {
      owner: await ownLabels(view, called, request, inner),
      inner: [inner.LABEL ?? ANY],
      signer: [signer?.label ?? ANY],
    },
    rings: await ringsOf(view, called, request, inner),
    token: tokenOf(called, request, inner),
    icsfKeys: [...keysNamed(operands, operands.WITHLABEL), ...(signer?.pkdsLabel == null ? [] : [signer.pkdsLabel])],
  };
}

function conditionsOf(
  { name }: Called,
  { operands, owner }: AnyRequest,
  inner: Inner,
  innermost: Owner | MappingOwner,
  user: string,
): ReadonlySet<Condition> {
  const own = owner.kind === 'user' && owner.id === user;
  const natural = innermost.kind === 'multiid' ? 'PERSONAL' : naturalUsage(innermost);
  const { content } = EXPORT_FORMATS[operands.FORMAT ?? defaultFormat(operands.PASSWORD)];
  return new Set<Condition>([
    'always',
    own ? 'own-ring' : 'other-ring',
    (inner.USAGE ?? natural) === natural ? 'natural-usage' : 'other-usage',
    name === 'EXPORT' && content === 'pkcs12' ? 'with-key' : 'without-key',
    operands.SIGNWITH === undefined ? 'self-signed' : 'signed',
  ]);
}

interface NamedSigner {
  readonly owner: Owner;
  readonly label: string;
  readonly pkdsLabel: string | null;
}

/** What SIGNWITH names, whether it is there or not. */
async function namedSigner(
  view: StoreView,
  { operands, owner }: AnyRequest,
  user: string,
): Promise<NamedSigner | null> {
  const written = operands.SIGNWITH;
  if (written === undefined) return null;
  const { LABEL: label = ANY } = written;
  const owners = signerOwners(written, owner, user);
  const entry = await signerEntry(view, label, owners);
  return { owner: entry?.owner ?? owners[0], label, pkdsLabel: entry?.pkdsLabel ?? null };
}

/** Those selected; ROLLOVER's new one too; for what makes a certificate its future label. */
async function ownLabels(
  view: StoreView,
  { name, owner: kind }: Called,
  { operands, owner }: AnyRequest,
  inner: Inner,
): Promise<readonly string[]> {
  if (kind !== 'certificate' || owner.kind === 'multiid') return [];
  if (name === 'ADD' || name === 'GENCERT' || name === 'IMPORT') return [operands.WITHLABEL ?? ANY];
  const replaced = name === 'ROLLOVER' && operands.NEWLABEL !== undefined ? [operands.NEWLABEL] : [];
  if (inner.LABEL !== undefined) return [inner.LABEL, ...replaced];
  const selected: readonly CertificateEntry[] = await select(view, owner, inner);
  return selected.length === 0 ? [ANY] : selected.map(({ label }) => label);
}

async function ringsOf(
  view: StoreView,
  { owner: kind }: Called,
  { value, owner }: AnyRequest,
  inner: Inner,
): Promise<readonly string[]> {
  if (kind !== 'ring' && inner.RING === undefined) return [];
  const named = inner.RING ?? (typeof value === 'string' ? value : ANY);
  if (named !== ANY || owner.kind !== 'user') return [named];
  const all = await view.ringsOf(owner.id);
  return all.length === 0 ? [ANY] : all.map(({ name }) => name);
}

const TOKEN_FUNCTIONS: readonly string[] = ['ADDTOKEN', 'DELTOKEN', 'LISTTOKEN'];

function tokenOf({ name }: Called, { value, operands }: AnyRequest, inner: Inner): string | null {
  if (TOKEN_FUNCTIONS.includes(name)) return typeof value === 'string' ? value : ANY;
  const { RSA, NISTECC, BPECC } = operands;
  return inner.TOKEN ?? [RSA, NISTECC, BPECC].find((place) => place?.TOKEN !== undefined)?.TOKEN ?? null;
}

/** `*` stands for the label of the certificate; a label that RACF makes up is not looked at. */
function keysNamed(operands: AnyRequest['operands'], withLabel: string | undefined): readonly string[] {
  const { RSA, NISTECC, BPECC, PKDS, ICSF, PCICC, FROMICSF } = operands;
  const named = [RSA?.PKDS, NISTECC?.PKDS, BPECC?.PKDS, PKDS, ICSF, PCICC, FROMICSF];
  return named
    .map((label) => (label === ANY ? withLabel?.toUpperCase() : label))
    .filter((label): label is string => typeof label === 'string' && label !== '');
}
