/**
 * What a user may do with a resource: the profile that protects it, and what the profile says of the user.
 *
 * RACF Security Administrator's Guide, "Authorization checking for RACF-protected resources" and "SETROPTS RACLIST
 * processing". SPECIAL is the caller's matter; owning a profile gives no access.
 */
import { ACCESS_LEVELS, type Access, type AccessRules, type ProfileEntry, type UserEntry } from '../core/entities.ts';
import type { StoreView } from '../core/view.ts';
import { bySpecificity, covers, isGeneric } from './generic.ts';

/** Where a user stands with a resource. */
export interface Standing {
  /** The profile that decides; null when none protects the resource. */
  readonly profile: ProfileEntry | null;
  /** NONE without a profile: what that means is the caller's to say. */
  readonly access: Access;
  /** The profile lets pass what it does not give. */
  readonly warning: boolean;
}

/** The standing that counts, and the one that a refresh of the class would bring. */
export interface Standings {
  readonly inEffect: Standing;
  /** Null for a class that is not kept in storage: what is defined is in effect. */
  readonly afterRefresh: Standing | null;
}

export function atLeast(access: Access, needed: Access): boolean {
  return ACCESS_LEVELS.indexOf(access) >= ACCESS_LEVELS.indexOf(needed);
}

/** A profile as one of two places has it; null where it is not there. */
type Seen = (profile: ProfileEntry) => ProfileEntry | null;

const asDefined: Seen = (profile) => profile;
const asLoaded: Seen = (profile) => (profile.inStorage === null ? null : { ...profile, ...profile.inStorage });

/** As the database has it: the profile that protects a resource, its own, else the most specific generic one. */
export async function protectingProfile(
  view: StoreView,
  className: string,
  resource: string,
  seen: Seen = asDefined,
): Promise<ProfileEntry | null> {
  const exact = isGeneric(resource) ? null : await view.profile(className, resource);
  const own = exact === null ? null : seen(exact);
  if (own !== null) return own;
  const generic = (await view.profilesOf(className)).filter(({ name }) => isGeneric(name) && covers(name, resource));
  const found = generic.map(seen).filter((each) => each !== null);
  return found.toSorted((a, b) => bySpecificity(a.name, b.name))[0] ?? null;
}

/** True for a profile that the system goes by: in a RACLISTed class one that was loaded. */
export async function isInEffect(view: StoreView, className: string, name: string): Promise<boolean> {
  const profile = await view.profile(className, name);
  if (profile === null) return false;
  return profile.inStorage !== null || !(await view.settings()).raclisted.includes(className);
}

/**
 * The user's own entry in the access list decides, even when it gives less than others would; else the best of the
 * user's groups (list of groups checking is on); else the better of `*`, which is every defined user, and UACC.
 */
export function accessOf({ accessList, uacc }: AccessRules, id: string, user: UserEntry | null): Access {
  const entryOf = (wanted: string): Access | undefined => accessList.find((entry) => entry.id === wanted)?.access;
  const own = entryOf(id);
  if (own !== undefined) return own;
  const groups = (user?.groups ?? []).map(({ group }) => entryOf(group)).filter((access) => access !== undefined);
  if (groups.length > 0) return best(groups);
  if (user?.attributes.includes('RESTRICTED') === true) return 'NONE';
  return best([uacc, (user === null ? undefined : entryOf('*')) ?? 'NONE']);
}

function best(levels: readonly Access[]): Access {
  return levels.reduce((a, b) => (atLeast(a, b) ? a : b), 'NONE');
}

/** The standing of `id` with a resource, from what the store knows. */
export async function standing(view: StoreView, id: string, className: string, resource: string): Promise<Standings> {
  const user = await view.user(id);
  const by = async (seen: Seen): Promise<Standing> => {
    const profile = await protectingProfile(view, className, resource, seen);
    if (profile === null) return { profile, access: 'NONE', warning: false };
    return { profile, access: accessOf(profile, id, user), warning: profile.warning === true };
  };
  const { raclisted } = await view.settings();
  if (!raclisted.includes(className)) return { inEffect: await by(asDefined), afterRefresh: null };
  return { inEffect: await by(asLoaded), afterRefresh: await by(asDefined) };
}
