/** A change set in words: what a command did, or in a dry run would do. */
import type { Change } from '../core/change.ts';
import type { Entity } from '../core/entities.ts';
import { unreachable } from '../core/errors.ts';
import { mappingOwnerText, ownerText } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import { isMirrorOnly } from '../racdcert/rings/mirror.ts';
import type { EntityPlace } from '../store/layout.ts';
import type { Decision } from './ground.ts';

export interface ChangeSummary {
  readonly action: 'add' | 'change' | 'delete' | 'write';
  readonly what: Exclude<Entity['kind'], 'icsf-key'> | 'ICSF key' | 'settings' | 'data set';
  /** In words; `place` is for programs. */
  readonly name: string;
  /** What tells it from all others; null for settings and data sets. */
  readonly place: EntityPlace | null;
}

/** One line each, in the order of the change set; mirrored ring lists of certificates are left out. */
export async function summarise(
  view: StoreView,
  { changes, dataSets, deletedDataSets }: Decision,
): Promise<readonly ChangeSummary[]> {
  const summaries: ChangeSummary[] = [
    ...dataSets.map(({ name }) => ({ action: 'write', what: 'data set', name, place: null }) as const),
    ...deletedDataSets.map((name) => ({ action: 'delete', what: 'data set', name, place: null }) as const),
  ];
  for (const change of changes) {
    if (!(await isMirrorOnly(view, change))) summaries.push(await summaryOf(view, change));
  }
  return summaries;
}

async function summaryOf(view: StoreView, change: Change): Promise<ChangeSummary> {
  switch (change.action) {
    case 'settings':
      return { action: 'change', what: 'settings', name: 'store', place: null };
    case 'delete':
      return summaryAt('delete', placeOf(change));
    case 'put': {
      const place = placeOf(change.entity);
      return summaryAt((await stored(view, place)) !== null ? 'change' : 'add', place);
    }
  }
}

function summaryAt(action: ChangeSummary['action'], place: EntityPlace): ChangeSummary {
  return { action, what: whatOf(place), name: nameOf(place), place };
}

/** Field by field: an entity holds more than its place, a private key for one. */
function placeOf(named: EntityPlace): EntityPlace {
  switch (named.kind) {
    case 'certificate':
      return { kind: named.kind, owner: named.owner, label: named.label };
    case 'mapping':
      return { kind: named.kind, owner: named.owner, label: named.label };
    case 'ring':
      return { kind: named.kind, owner: named.owner, name: named.name };
    case 'profile':
      return { kind: named.kind, class: named.class, name: named.name };
    case 'icsf-key':
      return { kind: named.kind, label: named.label };
    case 'token':
      return { kind: named.kind, name: named.name };
    case 'key':
    case 'user':
    case 'group':
      return { kind: named.kind, id: named.id };
    default:
      return unreachable(named);
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

/** `Would add certificate CERTAUTH 'Lab CA'.` Keys have names that only the store knows. */
export function plannedLine({ action, what, name }: ChangeSummary): string {
  return what === 'key' ? `Would ${action} a private key.` : `Would ${action} ${what} ${name}.`;
}
