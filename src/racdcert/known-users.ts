/** Whether a user that a command names is one (IRRD102I). */
import type { MappingOwner, Owner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import { say } from './messages.ts';
import { refuse, type Refusal } from './refusal.ts';

/**
 * Any user id will do until the store knows its users, or is told to be strict. Null for a user who is defined, and for
 * owners that are no users.
 */
export async function refuseUndefined(view: StoreView, owner: Owner | MappingOwner): Promise<Refusal | null> {
  if (owner.kind !== 'user' || (await view.user(owner.id)) !== null) return null;
  const user = owner.id;
  if (await view.knowsUsers()) return refuse(say('IRRD102I', {}), say('RNGT036I', { user }));
  const { strictUsers } = await view.settings();
  return strictUsers ? refuse(say('IRRD102I', {}), say('RNGT037I', { user })) : null;
}
