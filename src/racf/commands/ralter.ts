/** RALTER: changes profiles of general resources. RACF Command Language Reference, "RALTER". */
import { put } from '../../core/change.ts';
import type { ProfileEntry } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import { flag } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { say } from '../messages.ts';
import { profileNameIn, profiles, resourceClass, userName } from '../names.ts';
import {
  access,
  applicationData,
  installationData,
  PROFILE_RECORDED,
  refreshReminder,
  refusedClass,
  remarksOnClass,
} from '../profile-commands.ts';

const RECORDED = [
  ...PROFILE_RECORDED,
  'DELCATEGORY',
  'DELMEM',
  'GLOBALAUDIT',
  'NOICSF',
  'NOKERB',
  'NONOTIFY',
  'NOPROXY',
  'NOSECLABEL',
  'NOSECLEVEL',
  'NOSESSION',
  'NOSSIGNON',
  'NOSTDATA',
  'NOTIMEZONE',
  'NOTVTOC',
  'NOWARNING',
] as const;

export const ralter = defineCommand({
  name: 'RALTER',
  aliases: ['RALT'],
  summary: 'change profiles of general resources',
  positionals: [resourceClass(), profiles()],
  operands: {
    ...accepted(RECORDED),
    UACC: access(),
    OWNER: userName(),
    DATA: installationData(),
    NODATA: flag(),
    APPLDATA: applicationData(),
    NOAPPLDATA: flag(),
  },
  recorded: RECORDED,
  async run(view, { values, positionals }, { session }) {
    const [[cls = ''], typed] = positionals;
    const refused = refusedClass(cls, 'RALTER');
    if (refused !== null) return racfOutcome(session, { messages: [refused], returnCode: 8 });
    const { UACC, OWNER, DATA, NODATA, APPLDATA, NOAPPLDATA } = values;
    const altered = (before: ProfileEntry): ProfileEntry => ({
      ...before,
      uacc: UACC ?? before.uacc,
      owner: OWNER ?? before.owner,
      installationData: NODATA === true ? '' : (DATA ?? before.installationData),
      applicationData: NOAPPLDATA === true ? '' : (APPLDATA ?? before.applicationData),
    });
    const messages: Message[] = [];
    const changes = [];
    for (const profile of new Set(typed.map((name) => profileNameIn(cls, name)))) {
      const before = await view.profile(cls, profile);
      if (before === null) messages.push(say('ICH11102I', { profile, class: cls }));
      else changes.push(put(altered(before)));
    }
    const reminder = changes.length === 0 ? [] : refreshReminder('ICH11009I', cls, await view.settings());
    return racfOutcome(session, {
      messages: [...messages, ...reminder],
      remarks: remarksOnClass(cls),
      returnCode: messages.length === 0 ? 0 : 4,
      changes,
    });
  },
});
