/**
 * ADDUSER: users that RACDCERT knows from then on.
 *
 * RACF Command Language Reference, "ADDUSER (Add user profile)".
 */
import { put } from '../../core/change.ts';
import type { UserEntry } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import type { StoreView } from '../../core/view.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { currentGroup, remarksOnGroups } from '../defined.ts';
import { say } from '../messages.ts';
import { users } from '../names.ts';
import { attributesAfter, USER_OPERANDS, USER_RECORDED } from '../user-operands.ts';

export const adduser = defineCommand({
  name: 'ADDUSER',
  aliases: ['AU'],
  summary: 'define users',
  positionals: [users()],
  operands: USER_OPERANDS,
  recorded: USER_RECORDED,
  async run(view, { values, keywords, positionals: [ids] }, { user, now, session }) {
    const known = [];
    for (const id of new Set(ids)) if ((await view.user(id)) !== null) known.push(say('RNGT954I', { user: id }));
    if (known.length > 0) return racfOutcome(session, { messages: known, returnCode: 8 });
    const group = values.DFLTGRP ?? (await currentGroup(view, user));
    const attributes = attributesAfter([], { keywords });
    const withoutSecret = values.PASSWORD === undefined && values.PHRASE === undefined;
    const entry = (id: string): UserEntry => ({
      kind: 'user',
      id,
      name: values.NAME ?? '',
      owner: values.OWNER ?? user,
      defaultGroup: group,
      groups: [{ group, authority: values.AUTHORITY ?? 'USE' }],
      attributes: withoutSecret ? [...attributes.filter((each) => each !== 'PROTECTED'), 'PROTECTED'] : attributes,
      installationData: values.DATA ?? '',
      created: now.toISOString(),
      createdBy: user,
    });
    const added = [...new Set(ids)];
    return racfOutcome(session, {
      messages: withoutSecret ? added.map((id) => say('ICH01024I', { user: id })) : [],
      remarks: [...(await remarksOnGroups(view, [group])), ...(await remarksOnFirstUsers(view, added))],
      changes: added.map((id) => put(entry(id))),
    });
  },
});

/** Ids that one remark names. */
const NAMED = 5;

/** With the first user the store begins to know users, and all others become unknown. */
async function remarksOnFirstUsers(view: StoreView, added: readonly string[]): Promise<readonly Message[]> {
  if (await view.knowsUsers()) return [];
  const owners = await view.owners(NAMED + added.length + 1);
  const strangers = owners.filter((id) => !added.includes(id));
  if (strangers.length === 0) return [];
  const more = strangers.length > NAMED ? ' ...' : '';
  return [say('RNGT974I', { users: `${strangers.slice(0, NAMED).join(', ')}${more}` })];
}
