/**
 * PROFILE: what the session does with data set names and message ids.
 *
 * TSO/E Command Reference, "PROFILE command". Installations end a batch step with a bare PROFILE for its code 0.
 */
import { flag, text } from '../../tso/declare.ts';
import type { TsoSession } from '../../tso/session.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { say } from '../messages.ts';

/** Accepted without effect: they are about terminals and languages. */
const WITHOUT_EFFECT = [
  'INTERCOM',
  'NOINTERCOM',
  'PAUSE',
  'NOPAUSE',
  'MODE',
  'NOMODE',
  'WTPMSG',
  'NOWTPMSG',
  'RECOVER',
  'NORECOVER',
  'CHAR',
  'NOCHAR',
  'LINE',
  'NOLINE',
  'PLANGUAGE',
  'SLANGUAGE',
  'VARSTORAGE',
] as const;

const OPERANDS = {
  ...accepted(WITHOUT_EFFECT),
  LIST: flag(),
  PROMPT: flag(),
  NOPROMPT: flag(),
  MSGID: flag(),
  NOMSGID: flag(),
  PREFIX: text({
    what: 'data set name prefix',
    max: 8,
    fold: 'always',
    accepts: (prefix) => /^[A-Z@#$][A-Z0-9@#$]*$/.test(prefix),
  }),
  NOPREFIX: flag(),
};

export const profile = defineCommand({
  name: 'PROFILE',
  aliases: ['PROF'],
  summary: 'set the data set name prefix, show or hide message ids',
  operands: OPERANDS,
  async run(_view, { values, keywords }, { session }) {
    let after: TsoSession = session;
    // In the order written: of PREFIX and NOPREFIX the later one counts.
    for (const keyword of keywords) {
      if (keyword === 'PROMPT') after = { ...after, prompt: true };
      if (keyword === 'NOPROMPT') after = { ...after, prompt: false };
      if (keyword === 'MSGID') after = { ...after, messageIds: true };
      if (keyword === 'NOMSGID') after = { ...after, messageIds: false };
      if (keyword === 'NOPREFIX') after = { ...after, prefix: '' };
      if (keyword === 'PREFIX') after = { ...after, prefix: values.PREFIX ?? '' };
    }
    const lists = keywords.length === 0 || values.LIST === true;
    const listed = say('IKJ56688I', {
      prompt: after.prompt ? 'PROMPT' : 'NOPROMPT',
      msgid: after.messageIds ? 'MSGID' : 'NOMSGID',
      prefix: after.prefix === '' ? 'NOPREFIX' : `PREFIX(${after.prefix})`,
    });
    return racfOutcome(after, { messages: lists ? [listed] : [] });
  },
});
