/** RDELETE: deletes profiles of general resources. RACF Command Language Reference, "RDELETE". */
import { type Change, deleteProfile } from '../../core/change.ts';
import type { Message } from '../../core/message.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { say } from '../messages.ts';
import { profileNameIn, profiles, resourceClass } from '../names.ts';
import { refreshReminder, refusedClass, remarksOnClass } from '../profile-commands.ts';

const RECORDED = ['AT', 'ONLYAT'] as const;
/** A name is generic when it looks so; saying it again changes nothing. */
const WITHOUT_EFFECT = ['GENERIC', 'NOGENERIC'] as const;

export const rdelete = defineCommand({
  name: 'RDELETE',
  aliases: ['RDEL'],
  summary: 'delete profiles of general resources',
  positionals: [resourceClass(), profiles()],
  operands: { ...accepted(RECORDED), ...accepted(WITHOUT_EFFECT) },
  recorded: RECORDED,
  async run(view, { positionals }, { session }) {
    const [[cls = ''], typed] = positionals;
    const refused = refusedClass(cls, 'RDELETE');
    if (refused !== null) return racfOutcome(session, { messages: [refused], returnCode: 8 });
    const messages: Message[] = [];
    const changes: Change[] = [];
    for (const profile of new Set(typed.map((name) => profileNameIn(cls, name)))) {
      if ((await view.profile(cls, profile)) === null) messages.push(say('ICH12102I', { profile, class: cls }));
      else changes.push(deleteProfile(cls, profile));
    }
    const reminder = changes.length === 0 ? [] : refreshReminder('ICH12002I', cls, await view.settings());
    return racfOutcome(session, {
      messages: [...messages, ...reminder],
      remarks: remarksOnClass(cls),
      returnCode: messages.length === 0 ? 0 : 4,
      changes,
    });
  },
});
