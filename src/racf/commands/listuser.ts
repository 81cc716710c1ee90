/** LISTUSER: shows users. RACF Command Language Reference, "LISTUSER (List user profile)". */
import type { UserEntry } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import { flag } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { userLines, usersData } from '../listing/user.ts';
import { say } from '../messages.ts';
import { listedUsers } from '../names.ts';

/** Segments: none is kept. */
const SEGMENTS = [
  'CICS',
  'CSDATA',
  'DCE',
  'DFP',
  'EIM',
  'KERB',
  'LANGUAGE',
  'LNOTES',
  'MFA',
  'NDS',
  'NETVIEW',
  'OMVS',
  'OPERPARM',
  'OVM',
  'PROXY',
  'TSO',
  'WORKATTR',
] as const;

export const listuser = defineCommand({
  name: 'LISTUSER',
  aliases: ['LU'],
  summary: 'show users',
  positionals: [listedUsers()],
  operands: { ...accepted(SEGMENTS), NORACF: flag() },
  recorded: SEGMENTS,
  async run(view, { values, positionals: [named] }, { user, timeZone, session }) {
    const found: UserEntry[] = [];
    const messages: Message[] = [];
    for (const id of named.length === 0 ? [user] : named) {
      const entry = id === '*' ? null : await view.user(id);
      if (entry !== null) found.push(entry);
      else if (id === '*') found.push(...(await view.users()));
      else messages.push(say('ICH30001I', { user: id }));
    }
    const asksForIssuer = messages.length > 0 && (named.length === 0 || named.includes(user));
    const knowsNobody = asksForIssuer && !(await view.knowsUsers());
    return racfOutcome(session, {
      remarks: knowsNobody ? [say('RNGT975I', { user })] : [],
      output:
        values.NORACF === true
          ? found.map(({ id }) => `USER=${id}`)
          : found.flatMap((each) => userLines(each, timeZone)),
      messages,
      returnCode: messages.length === 0 ? 0 : 4,
      data: () => usersData(found),
    });
  },
});
