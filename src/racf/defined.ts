/**
 * Users and groups that a command names, looked up.
 *
 * A store seldom holds all of an installation's users, and hardly ever its groups. Until it holds users any id will
 * do (`RACDCERT` decides alike, IRRD102I); a group that it does not hold is taken as existing, with a remark.
 */
import type { GroupEntry, UserEntry } from '../core/entities.ts';
import type { Message } from '../core/message.ts';
import type { StoreView } from '../core/view.ts';
import { say } from './messages.ts';

/** Groups that every RACF database has. */
const SUPPLIED_GROUPS: readonly string[] = ['SYS1', 'SYSCTLG', 'VSAMDSET'];

export interface FoundUsers {
  readonly users: readonly UserEntry[];
  /** Users that must be there and are not: the command fails with these. */
  readonly missing: readonly Message[];
  readonly remarks: readonly Message[];
}

/** The users to be changed by `command`. */
export async function findUsers(view: StoreView, ids: readonly string[], command: string): Promise<FoundUsers> {
  const users: UserEntry[] = [];
  const unknown: string[] = [];
  for (const id of new Set(ids)) {
    const user = await view.user(id);
    if (user === null) unknown.push(id);
    else users.push(user);
  }
  if (unknown.length === 0) return { users, missing: [], remarks: [] };
  const strict = (await view.settings()).strictUsers || (await view.knowsUsers());
  return strict
    ? { users, missing: unknown.map((user) => say('RNGT955I', { user })), remarks: [] }
    : { users, missing: [], remarks: unknown.map((user) => say('RNGT958I', { user, command })) };
}

/** Remarks on groups that the store does not hold. */
export async function remarksOnGroups(view: StoreView, groups: readonly string[]): Promise<readonly Message[]> {
  const remarks: Message[] = [];
  for (const group of new Set(groups)) {
    if (!SUPPLIED_GROUPS.includes(group) && (await view.group(group)) === null) {
      remarks.push(say('RNGT957I', { group }));
    }
  }
  return remarks;
}

/** The group a user works in when a command names none: the default group, SYS1 for a user without one. */
export async function currentGroup(view: StoreView, user: string): Promise<string> {
  return (await view.user(user))?.defaultGroup || 'SYS1';
}

/** Users connected to a group, by id. */
export async function membersOf(view: StoreView, group: string): Promise<readonly UserEntry[]> {
  return (await view.users()).filter((user) => user.groups.some((each) => each.group === group));
}

/** Groups directly below a group, by id. */
export async function subgroupsOf(view: StoreView, group: string): Promise<readonly GroupEntry[]> {
  return (await view.groups()).filter((each) => each.superior === group);
}
