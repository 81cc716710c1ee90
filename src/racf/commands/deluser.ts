/**
 * DELUSER: deletes users. What belonged to them stays: rings and certificates, which RACDCERT DELRING and DELETE still
 * find, and their places in access lists.
 *
 * RACF Command Language Reference, "DELUSER (Delete user profile)".
 */
import { defineCommand, racfOutcome } from '../command.ts';
import { findUsers } from '../defined.ts';
import { users } from '../names.ts';

export const deluser = defineCommand({
  name: 'DELUSER',
  aliases: ['DU'],
  summary: 'delete users; their rings and certificates stay',
  positionals: [users()],
  operands: {},
  async run(view, { positionals: [ids] }, { session }) {
    const { users: found, missing, remarks } = await findUsers(view, ids, 'DELUSER');
    if (missing.length > 0) return racfOutcome(session, { messages: missing, returnCode: 8 });
    return racfOutcome(session, {
      remarks,
      changes: found.map(({ id }) => ({ action: 'delete', kind: 'user', id })),
    });
  },
});
