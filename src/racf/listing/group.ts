/** A group as LISTGRP prints it. The layout is that of a published listing; what is not kept shows a new group's values. */
import type { GroupEntry, UserEntry } from '../../core/entities.ts';
import { julianDate } from '../julian.ts';

/** What stands around a group. */
export interface GroupSurroundings {
  readonly users: readonly UserEntry[];
  readonly subgroups: readonly GroupEntry[];
}

export function groupLines(
  group: GroupEntry,
  { users, subgroups }: GroupSurroundings,
  zone: string,
): readonly string[] {
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

function member({ id, groups }: UserEntry, of: string): readonly string[] {
  const authority = groups.find(({ group }) => group === of)?.authority ?? 'USE';
  return [
    `       ${id.padEnd(8)}        ${authority.padEnd(8)}      000000               NONE`,
    '          CONNECT ATTRIBUTES=NONE',
    '          REVOKE DATE=NONE                 RESUME DATE=NONE',
  ];
}
