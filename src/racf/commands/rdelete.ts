/** RDELETE: deletes profiles of general resources. RACF Command Language Reference, "RDELETE". */
import { deleteProfile } from '../../core/change.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { eachProfile, type ProfileWork } from '../each-profile.ts';
import { say } from '../messages.ts';
import { profiles, resourceClass } from '../names.ts';
import { refusedClass } from '../profile-commands.ts';

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
  async run(view, { positionals }, context) {
    const [[cls = ''], typed] = positionals;
    const refused = refusedClass(cls, 'RDELETE');
    if (refused !== null) return racfOutcome(context.session, { messages: [refused], returnCode: 8 });
    const work: ProfileWork = {
      className: cls,
      typed,
      reminder: 'ICH12002I',
      decide: (name, before) =>
        before === null ? say('ICH12102I', { profile: name, class: cls }) : deleteProfile(cls, name),
    };
    return eachProfile(view, work, context);
  },
});
