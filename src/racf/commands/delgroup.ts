/** DELGROUP: deletes groups that are empty. RACF Command Language Reference, "DELGROUP (Delete group profile)". */
import type { Message } from '../../core/message.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { membersOf, subgroupsOf } from '../defined.ts';
import { say } from '../messages.ts';
import { groups } from '../names.ts';

export const delgroup = defineCommand({
  name: 'DELGROUP',
  aliases: ['DG'],
  summary: 'delete groups without users and subgroups',
  positionals: [groups()],
  operands: {},
  async run(view, { positionals: [ids] }, { session }) {
    const messages: Message[] = [];
    const wanted = [...new Set(ids)];
    for (const group of wanted) {
      const holds = [...(await membersOf(view, group)), ...(await subgroupsOf(view, group))];
      if ((await view.group(group)) === null) messages.push(say('RNGT966I', { group }));
      else if (holds.length > 0) messages.push(say('RNGT959I', { group }));
    }
    if (messages.length > 0) return racfOutcome(session, { messages, returnCode: 8 });
    return racfOutcome(session, { changes: wanted.map((id) => ({ action: 'delete', kind: 'group', id })) });
  },
});
