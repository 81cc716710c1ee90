/** LISTGRP: shows groups. RACF Command Language Reference, "LISTGRP (List group profile)". */
import type { Message } from '../../core/message.ts';
import { flag } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { currentGroup, membersOf, subgroupsOf } from '../defined.ts';
import { groupLines, groupsData, type ListedGroup } from '../listing/group.ts';
import { say } from '../messages.ts';
import { listedGroups } from '../names.ts';

const SEGMENTS = ['CSDATA', 'DFP', 'OMVS', 'OVM', 'TME'] as const;

export const listgrp = defineCommand({
  name: 'LISTGRP',
  aliases: ['LG'],
  summary: 'show groups',
  positionals: [listedGroups()],
  operands: { ...accepted(SEGMENTS), NORACF: flag() },
  recorded: SEGMENTS,
  async run(view, { positionals: [named] }, { user, timeZone, session }) {
    const listed: ListedGroup[] = [];
    const messages: Message[] = [];
    for (const id of named.length === 0 ? [await currentGroup(view, user)] : named) {
      const one = id === '*' ? null : await view.group(id);
      const found = id === '*' ? await view.groups() : one === null ? [] : [one];
      if (found.length === 0) messages.push(say('ICH51003I', {}));
      for (const group of found) {
        const users = await membersOf(view, group.id);
        listed.push({ group, users, subgroups: await subgroupsOf(view, group.id) });
      }
    }
    return racfOutcome(session, {
      output: listed.flatMap((each) => groupLines(each, timeZone)),
      messages,
      returnCode: messages.length === 0 ? 0 : 4,
      data: () => groupsData(listed),
    });
  },
});
