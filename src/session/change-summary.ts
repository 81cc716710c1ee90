/** A change set in words: what a command did, or in a dry run would do. */
import type { Change } from '../core/change.ts';
import type { Entity } from '../core/entities.ts';
import { unreachable } from '../core/errors.ts';
import { mappingOwnerText, ownerText, type RingRef } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import { isMirrorOnly } from '../racdcert/rings/mirror.ts';
import type { EntityPlace } from '../store/layout.ts';
import type { Decision } from './ground.ts';

export interface ChangeSummary {
  readonly action: 'add' | 'change' | 'delete' | 'write';
  readonly what: Exclude<Entity['kind'], 'icsf-key'> | 'ICSF key' | 'settings' | 'data set';
  readonly name: string;
}

/** One line each, in the order of the change set; mirrored ring lists of certificates are left out. */
export async function summarise(
  view: StoreView,
  { changes, dataSets, deletedDataSets }: Decision,
): Promise<readonly ChangeSummary[]> {
  const summaries: ChangeSummary[] = [
    ...dataSets.map(({ name }) => ({ action: 'write', what: 'data set', name }) as const),
    ...deletedDataSets.map((name) => ({ action: 'delete', what: 'data set', name }) as const),
  ];
  for (const change of changes) {
    if (!(await isMirrorOnly(view, change))) summaries.push(await summaryOf(view, change));
  }
  return summaries;
}

async function summaryOf(view: StoreView, change: Change): Promise<ChangeSummary> {
  switch (change.action) {
    case 'settings':
      return { action: 'change', what: 'settings', name: 'store' };
    case 'delete':
      return { action: 'delete', what: whatOf(change), name: nameOf(change) };
    case 'put': {
      const { entity } = change;
      const action = (await stored(view, entity)) !== null ? 'change' : 'add';
      return { action, what: whatOf(entity), name: nameOf(entity) };
    }
  }
}

function nameOf(named: EntityPlace): string {
  switch (named.kind) {
    case 'certificate':
      return `${ownerText(named.owner)} '${named.label}'`;
    case 'mapping':
      return `${mappingOwnerText(named.owner)} '${named.label}'`;
    case 'ring':
      return `${named.owner}/${named.name}`;
    case 'profile':
      return `${named.class} ${named.name}`;
    case 'icsf-key':
      return named.label;
    case 'token':
      return named.name;
    case 'key':
    case 'user':
    case 'group':
      return named.id;
    default:
      return unreachable(named);
  }
}

function whatOf({ kind }: EntityPlace): ChangeSummary['what'] {
  return kind === 'icsf-key' ? 'ICSF key' : kind;
}

function stored(view: StoreView, named: EntityPlace): Promise<unknown> {
  switch (named.kind) {
    case 'certificate':
      return view.certificate(named.owner, named.label);
    case 'mapping':
      return view.mapping(named.owner, named.label);
    case 'ring':
      return view.ring(named.owner, named.name);
    case 'profile':
      return view.profile(named.class, named.name);
    case 'icsf-key':
      return view.icsfKey(named.label);
    case 'token':
      return view.token(named.name);
    case 'key':
      return view.key(named.id);
    case 'user':
      return view.user(named.id);
    case 'group':
      return view.group(named.id);
    default:
      return unreachable(named);
  }
}

/** The ring that a summary names; null for other things. */
export function ringOf({ what, name }: ChangeSummary): RingRef | null {
  const at = what === 'ring' ? name.indexOf('/') : -1;
  return at < 0 ? null : { owner: name.slice(0, at), name: name.slice(at + 1) };
}

/** The certificate of a user that a summary names; null for other things. */
export function userCertificateOf({
  what,
  name,
}: ChangeSummary): { readonly user: string; readonly label: string } | null {
  const [, user, label] = /^ID\(([^)]*)\) '(.*)'$/s.exec(what === 'certificate' ? name : '') ?? [];
  return user === undefined || label === undefined ? null : { user, label };
}

/** `Would add certificate CERTAUTH 'Lab CA'.` Keys have names that only the store knows. */
export function plannedLine({ action, what, name }: ChangeSummary): string {
  return what === 'key' ? `Would ${action} a private key.` : `Would ${action} ${what} ${name}.`;
}
