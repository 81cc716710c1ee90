/** ALTUSER: changes users. RACF Command Language Reference, "ALTUSER (Alter user profile)". */
import { put } from '../../core/change.ts';
import type { UserEntry } from '../../core/entities.ts';
import type { BoundOperands } from '../../tso/bind.ts';
import { optional, text } from '../../tso/declare.ts';
import { anything } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { findUsers, remarksOnGroups } from '../defined.ts';
import { groupName, users } from '../names.ts';
import { say } from '../messages.ts';
import { attributesAfter, USER_OPERANDS, USER_RECORDED } from '../user-operands.ts';

/** Segments that are taken away. */
const REMOVED_SEGMENTS = [
  'DELCATEGORY',
  'NOCICS',
  'NOCSDATA',
  'NODCE',
  'NODFP',
  'NOEIM',
  'NOKERB',
  'NOLANGUAGE',
  'NOLNOTES',
  'NONDS',
  'NONETVIEW',
  'NOOMVS',
  'NOOPERPARM',
  'NOOVM',
  'NOPROXY',
  'NOSECLABEL',
  'NOSECLEVEL',
  'NOTSO',
  'NOWORKATTR',
] as const;

const day = () => optional(text({ what: 'date', max: 10 }));

const OPERANDS = {
  ...USER_OPERANDS,
  ...Object.fromEntries(REMOVED_SEGMENTS.map((name) => [name, anything()])),
  GROUP: groupName(),
  REVOKE: day(),
  RESUME: day(),
  NOREVOKE: day(),
  NORESUME: day(),
};

export const altuser = defineCommand({
  name: 'ALTUSER',
  aliases: ['ALU'],
  summary: 'change users',
  positionals: [users()],
  operands: OPERANDS,
  recorded: [...USER_RECORDED, ...REMOVED_SEGMENTS],
  async run(view, bound, { session }) {
    const { DFLTGRP: group } = bound.values;
    const found = await findUsers(view, bound.positionals[0], 'ALTUSER');
    const strangers = found.users
      .filter(({ groups }) => group !== undefined && groups.length > 0 && !groups.some((each) => each.group === group))
      .map(({ id }) => say('RNGT961I', { user: id, group: group ?? '' }));
    const messages = [...found.missing, ...strangers];
    return racfOutcome(session, {
      messages,
      returnCode: messages.length === 0 ? 0 : 8,
      remarks: [...found.remarks, ...(await remarksOnGroups(view, group === undefined ? [] : [group]))],
      changes: messages.length === 0 ? found.users.map((user) => put(altered(user, bound))) : [],
    });
  },
});

function altered(user: UserEntry, { values, keywords }: BoundOperands<typeof OPERANDS>): UserEntry {
  const { NAME, OWNER, DFLTGRP, DATA, NODATA, AUTHORITY, GROUP, REVOKE, RESUME } = values;
  const meant = GROUP ?? DFLTGRP ?? user.defaultGroup;
  // A date makes it a plan for later: a store does not change by itself.
  const now = keywords.filter((word) => !(word === 'REVOKE' && REVOKE) && !(word === 'RESUME' && RESUME));
  return {
    ...user,
    name: NAME ?? user.name,
    owner: OWNER ?? user.owner,
    defaultGroup: DFLTGRP ?? user.defaultGroup,
    groups: user.groups.map((each) =>
      AUTHORITY !== undefined && each.group === meant ? { ...each, authority: AUTHORITY } : each,
    ),
    attributes: attributesAfter(user.attributes, { keywords: now }),
    installationData: NODATA === true ? '' : (DATA ?? user.installationData),
  };
}
