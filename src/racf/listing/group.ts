/**
 * A group as LISTGRP prints it, and as data. The layout is that of a published listing; what is not kept shows a new
 * group's values.
 */
import type { GroupAuthority, GroupEntry, UserEntry } from '../../core/entities.ts';
import { julianDate } from '../julian.ts';

/** A group, and what stands around it. */
export interface ListedGroup {
  readonly group: GroupEntry;
  readonly users: readonly UserEntry[];
  readonly subgroups: readonly GroupEntry[];
}

export function groupLines({ group, users, subgroups }: ListedGroup, zone: string): readonly string[] {
  const created = julianDate(group.created, zone);
  return [
    `INFORMATION FOR GROUP ${group.id}`,
    `     SUPERIOR GROUP=${group.superior.padEnd(8)}     OWNER=${group.owner.padEnd(8)}  CREATED=${created}`,
    '     NO INSTALLATION DATA',
    '     NO MODEL DATA SET',
    '     TERMUACC',
    subgroups.length === 0 ? '     NO SUBGROUPS' : `     SUBGROUP(S)= ${subgroups.map(({ id }) => id).join(', ')}`,
    ...(users.length === 0 ? ['     NO USERS'] : [HEADING, ...users.flatMap((user) => member(user, group.id))]),
  ];
}

const HEADING = '     USER(S)=      ACCESS=      ACCESS COUNT=     UNIVERSAL ACCESS=';

function member(user: UserEntry, of: string): readonly string[] {
  return [
    `       ${user.id.padEnd(8)}        ${authorityIn(user, of).padEnd(8)}      000000               NONE`,
    '          CONNECT ATTRIBUTES=NONE',
    '          REVOKE DATE=NONE                 RESUME DATE=NONE',
  ];
}

function authorityIn({ groups }: UserEntry, of: string): GroupAuthority {
  return groups.find(({ group }) => group === of)?.authority ?? 'USE';
}

/** docs/json.md, "ringtool-listgrp". */
export function groupsData(listed: readonly ListedGroup[]): unknown {
  return {
    format: 'ringtool-listgrp',
    version: 1,
    groups: listed.map(({ group, users, subgroups }) => ({
      id: group.id,
      superior: group.superior,
      owner: group.owner,
      subgroups: subgroups.map(({ id }) => id),
      users: users.map((user) => ({ id: user.id, authority: authorityIn(user, group.id) })),
      created: group.created,
      createdBy: group.createdBy,
    })),
  };
}
