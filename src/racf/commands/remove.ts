/**
 * REMOVE: takes users out of a group. Not RACDCERT REMOVE.
 *
 * RACF Command Language Reference, "REMOVE (Remove user from group)".
 */
import { put } from '../../core/change.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { currentGroup, findUsers } from '../defined.ts';
import { say } from '../messages.ts';
import { groupName, userName, users } from '../names.ts';

export const remove = defineCommand({
  name: 'REMOVE',
  aliases: ['RE'],
  summary: 'take users out of a group',
  positionals: [users()],
  operands: { GROUP: groupName(), OWNER: userName() },
  async run(view, { values, positionals: [ids] }, { user, session }) {
    const group = values.GROUP ?? (await currentGroup(view, user));
    const { users: found, missing, remarks } = await findUsers(view, ids, 'REMOVE');
    const strangers = found
      .filter(({ groups }) => !groups.some((each) => each.group === group))
      .map(({ id }) => say('RNGT961I', { user: id, group }));
    const atHome = found
      .filter(({ defaultGroup }) => defaultGroup === group)
      .map(({ id }) => say('RNGT960I', { user: id, group }));
    const messages = [...missing, ...strangers, ...atHome];
    if (messages.length > 0) return racfOutcome(session, { messages, returnCode: 8 });
    return racfOutcome(session, {
      remarks,
      changes: found.map((each) => put({ ...each, groups: each.groups.filter((one) => one.group !== group) })),
    });
  },
});
