/** Whether a user that a command names is one (IRRD102I). */
import type { MappingOwner, Owner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';

/** Any user id will do until the store knows its users, or is told to be strict. */
export async function isUndefined(view: StoreView, owner: Owner | MappingOwner): Promise<boolean> {
  if (owner.kind !== 'user') return false;
  const strict = (await view.settings()).strictUsers || (await view.knowsUsers());
  return strict && (await view.user(owner.id)) === null;
}
