/**
 * What a user may do with a resource: the profile that protects it, and what the profile says of the user.
 *
 * RACF Security Administrator's Guide, "Authorization checking for RACF-protected resources". SPECIAL is the caller's
 * matter; owning a profile gives no access.
 */
import { ACCESS_LEVELS, type Access, type ProfileEntry, type UserEntry } from '../core/entities.ts';
import type { StoreView } from '../core/view.ts';
import { bySpecificity, covers, isGeneric } from './generic.ts';

/** Where a user stands with a resource. */
export interface Standing {
  /** The profile that decides; null when none protects the resource. */
  readonly profile: ProfileEntry | null;
  /** NONE without a profile: what that means is the caller's to say. */
  readonly access: Access;
}

export function atLeast(access: Access, needed: Access): boolean {
  return ACCESS_LEVELS.indexOf(access) >= ACCESS_LEVELS.indexOf(needed);
}

/** The profile that protects a resource: its own, else the most specific generic one; null for none. */
export async function protectingProfile(
  view: StoreView,
  className: string,
  resource: string,
): Promise<ProfileEntry | null> {
  const own = isGeneric(resource) ? null : await view.profile(className, resource);
  if (own !== null) return own;
  const generic = (await view.profilesOf(className)).filter(({ name }) => isGeneric(name) && covers(name, resource));
  return generic.toSorted((a, b) => bySpecificity(a.name, b.name))[0] ?? null;
}

/**
 * The user's own entry in the access list decides, even when it gives less than others would; else the best of the
 * user's groups (list of groups checking is on); else the better of `*`, which is every defined user, and UACC.
 */
export function accessOf(profile: ProfileEntry, id: string, user: UserEntry | null): Access {
  const entryOf = (wanted: string): Access | undefined =>
    profile.accessList.find((entry) => entry.id === wanted)?.access;
  const own = entryOf(id);
  if (own !== undefined) return own;
  const groups = (user?.groups ?? []).map(({ group }) => entryOf(group)).filter((access) => access !== undefined);
  if (groups.length > 0) return best(groups);
  if (user?.attributes.includes('RESTRICTED') === true) return 'NONE';
  return best([profile.uacc, (user === null ? undefined : entryOf('*')) ?? 'NONE']);
}

function best(levels: readonly Access[]): Access {
  return levels.reduce((a, b) => (atLeast(a, b) ? a : b), 'NONE');
}

/** The standing of `id` with a resource, from what the store knows. */
export async function standing(view: StoreView, id: string, className: string, resource: string): Promise<Standing> {
  const profile = await protectingProfile(view, className, resource);
  if (profile === null) return { profile, access: 'NONE' };
  return { profile, access: accessOf(profile, id, await view.user(id)) };
}
