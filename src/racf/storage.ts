/**
 * Profiles in storage: in a RACLISTed class what SETROPTS RACLIST has loaded is what the system goes by.
 *
 * RACF Security Administrator's Guide, "SETROPTS RACLIST processing".
 */
import { put, type Change } from '../core/change.ts';
import { rulesOf, sameRules } from '../core/access-rules.ts';
import type { ProfileEntry, StoreSettings } from '../core/entities.ts';
import type { StoreView } from '../core/view.ts';

/** A profile after a command: what is in storage stays as it was while its class is RACLISTed, else it follows. */
export function stored(
  after: ProfileEntry,
  before: ProfileEntry | null,
  { raclisted }: Pick<StoreSettings, 'raclisted'>,
): ProfileEntry {
  if (!raclisted.includes(after.class)) return loaded(after);
  return { ...after, inStorage: before?.inStorage ?? null };
}

/** Loads classes: what differs in storage is made as the database has it. */
export async function loadClasses(view: StoreView, classes: readonly string[]): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (const name of new Set(classes)) {
    for (const profile of await view.profilesOf(name)) if (isStale(profile)) changes.push(put(loaded(profile)));
  }
  return changes;
}

function isStale(profile: ProfileEntry): boolean {
  return profile.inStorage === null || !sameRules(profile, profile.inStorage);
}

function loaded(profile: ProfileEntry): ProfileEntry {
  return { ...profile, inStorage: rulesOf(profile) };
}
