/** ADDGROUP: defines groups. RACF Command Language Reference, "ADDGROUP (Add group profile)". */
import { put } from '../../core/change.ts';
import type { GroupEntry } from '../../core/entities.ts';
import { flag } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { currentGroup, remarksOnGroups } from '../defined.ts';
import { say } from '../messages.ts';
import { groupName, groups, userName } from '../names.ts';

/** Accepted; the store keeps neither segments nor installation data of groups. */
const RECORDED = ['AT', 'CSDATA', 'DATA', 'DFP', 'MODEL', 'OMVS', 'ONLYAT', 'OVM', 'TME'] as const;

export const addgroup = defineCommand({
  name: 'ADDGROUP',
  aliases: ['AG'],
  summary: 'define groups',
  positionals: [groups()],
  operands: {
    ...accepted(RECORDED),
    SUPGROUP: groupName(),
    OWNER: userName(),
    TERMUACC: flag(),
    NOTERMUACC: flag(),
    UNIVERSAL: flag(),
  },
  recorded: RECORDED,
  async run(view, { values, positionals: [ids] }, { user, now, session }) {
    const wanted = [...new Set(ids)];
    const known = [];
    for (const id of wanted) if ((await view.group(id)) !== null) known.push(say('RNGT956I', { group: id }));
    if (known.length > 0) return racfOutcome(session, { messages: known, returnCode: 8 });
    const superior = values.SUPGROUP ?? (await currentGroup(view, user));
    const entry = (id: string): GroupEntry => ({
      kind: 'group',
      id,
      superior,
      owner: values.OWNER ?? user,
      created: now.toISOString(),
      createdBy: user,
    });
    return racfOutcome(session, {
      remarks: await remarksOnGroups(view, [superior]),
      changes: wanted.map((id) => put(entry(id))),
    });
  },
});
