/**
 * CONNECT: puts users into a group. Not RACDCERT CONNECT.
 *
 * RACF Command Language Reference, "CONNECT (Connect user to group)".
 */
import { put } from '../../core/change.ts';
import type { GroupAuthority, UserEntry } from '../../core/entities.ts';
import { oneOf } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { currentGroup, findUsers, remarksOnGroups } from '../defined.ts';
import { groupName, userName, users } from '../names.ts';

/** Attributes within a group: none is kept. */
const RECORDED = [
  'ADSP',
  'NOADSP',
  'AUDITOR',
  'NOAUDITOR',
  'GRPACC',
  'NOGRPACC',
  'OPERATIONS',
  'NOOPERATIONS',
  'RESUME',
  'NORESUME',
  'REVOKE',
  'NOREVOKE',
  'SPECIAL',
  'NOSPECIAL',
] as const;

export const connect = defineCommand({
  name: 'CONNECT',
  aliases: ['CO'],
  summary: 'put users into a group',
  positionals: [users()],
  operands: {
    ...accepted(RECORDED),
    GROUP: groupName(),
    AUTHORITY: oneOf('USE', 'CREATE', 'CONNECT', 'JOIN'),
    OWNER: userName(),
    UACC: oneOf('NONE', 'READ', 'UPDATE', 'CONTROL', 'ALTER'),
  },
  recorded: RECORDED,
  async run(view, { values, positionals: [ids] }, { user, session }) {
    const group = values.GROUP ?? (await currentGroup(view, user));
    const { users: found, missing, remarks } = await findUsers(view, ids, 'CONNECT');
    if (missing.length > 0) return racfOutcome(session, { messages: missing, returnCode: 8 });
    return racfOutcome(session, {
      remarks: [...remarks, ...(await remarksOnGroups(view, [group]))],
      changes: found.map((each) => put(connected(each, group, values.AUTHORITY))),
    });
  },
});

/** A connection that is there already keeps its place, and its authority unless another is given. */
function connected(user: UserEntry, group: string, authority: GroupAuthority | undefined): UserEntry {
  const known = user.groups.find((each) => each.group === group);
  if (known === undefined) {
    const groups = [...user.groups, { group, authority: authority ?? 'USE' }];
    return { ...user, groups, defaultGroup: user.defaultGroup === '' ? group : user.defaultGroup };
  }
  const changed = { group, authority: authority ?? known.authority };
  return { ...user, groups: user.groups.map((each) => (each === known ? changed : each)) };
}
