/** A change set in words: what a command did, or in a dry run would do. */
import type { Change, ChangeSet } from '../core/change.ts';
import { ownerText, type CertificateRef } from '../core/owner.ts';
import type { DataSetWrite, StoreView } from '../core/view.ts';
import { isMirrorOnly } from '../racdcert/mirror.ts';

export interface ChangeSummary {
  readonly action: 'add' | 'change' | 'delete' | 'write';
  readonly what: 'certificate' | 'ring' | 'key' | 'user' | 'settings' | 'data set';
  readonly name: string;
}

/** One line each, in the order of the change set; mirrored ring lists of certificates are left out. */
export async function summarise(
  view: StoreView,
  changes: ChangeSet,
  dataSets: readonly DataSetWrite[],
): Promise<readonly ChangeSummary[]> {
  const summaries: ChangeSummary[] = dataSets.map(({ name }) => ({ action: 'write', what: 'data set', name }));
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
      return { action: 'delete', what: change.kind, name: nameOf(change) };
    case 'put': {
      const { entity } = change;
      const action = (await exists(view, entity)) ? 'change' : 'add';
      return { action, what: entity.kind, name: nameOf(entity) };
    }
  }
}

type Named =
  | ({ readonly kind: 'certificate' } & CertificateRef)
  | { readonly kind: 'ring'; readonly owner: string; readonly name: string }
  | { readonly kind: 'key' | 'user'; readonly id: string };

function nameOf(named: Named): string {
  switch (named.kind) {
    case 'certificate':
      return `${ownerText(named.owner)} '${named.label}'`;
    case 'ring':
      return `${named.owner}/${named.name}`;
    case 'key':
    case 'user':
      return named.id;
  }
}

async function exists(view: StoreView, named: Named): Promise<boolean> {
  switch (named.kind) {
    case 'certificate':
      return (await view.certificate(named.owner, named.label)) !== null;
    case 'ring':
      return (await view.ring(named.owner, named.name)) !== null;
    case 'key':
      return (await view.key(named.id)) !== null;
    case 'user':
      return (await view.user(named.id)) !== null;
  }
}

/** `Would add certificate CERTAUTH 'Lab CA'.` */
export function plannedLine({ action, what, name }: ChangeSummary): string {
  return `Would ${action} ${what} ${name}.`;
}
