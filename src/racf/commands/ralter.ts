/** RALTER: changes profiles of general resources. RACF Command Language Reference, "RALTER". */
import { put } from '../../core/change.ts';
import type { ProfileEntry } from '../../core/entities.ts';
import { lastWritten } from '../../tso/bind.ts';
import { flag } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { eachProfile, type ProfileWork } from '../each-profile.ts';
import { say } from '../messages.ts';
import { profiles, resourceClass, userName } from '../names.ts';
import { access, applicationData, installationData, PROFILE_RECORDED, refusedClass } from '../profile-commands.ts';
import { audit, auditingText, level, notify } from '../profile-operands.ts';
import { stored } from '../storage.ts';

const RECORDED = [
  ...PROFILE_RECORDED,
  'DELCATEGORY',
  'DELMEM',
  'GLOBALAUDIT',
  'NOICSF',
  'NOKERB',
  'NOPROXY',
  'NOSECLABEL',
  'NOSECLEVEL',
  'NOSESSION',
  'NOSSIGNON',
  'NOSTDATA',
  'NOTIMEZONE',
  'NOTVTOC',
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
    LEVEL: level(),
    AUDIT: audit(),
    NOTIFY: notify(),
    NONOTIFY: flag(),
    WARNING: flag(),
    NOWARNING: flag(),
  },
  recorded: RECORDED,
  async run(view, { values, positionals }, context) {
    const [[cls = ''], typed] = positionals;
    const refused = refusedClass(cls, 'RALTER');
    if (refused !== null) return racfOutcome(context.session, { messages: [refused], returnCode: 8 });
    const { UACC, OWNER, DATA, NODATA, APPLDATA, NOAPPLDATA, LEVEL, AUDIT, NOTIFY } = values;
    const notified = lastWritten(values, ['NOTIFY', 'NONOTIFY']);
    const warned = lastWritten(values, ['WARNING', 'NOWARNING']);
    const settings = await view.settings();
    const altered = (before: ProfileEntry): ProfileEntry => ({
      ...before,
      uacc: UACC ?? before.uacc,
      owner: OWNER ?? before.owner,
      installationData: NODATA === true ? '' : (DATA ?? before.installationData),
      applicationData: NOAPPLDATA === true ? '' : (APPLDATA ?? before.applicationData),
      level: LEVEL ?? before.level,
      auditing: AUDIT === undefined ? before.auditing : auditingText(AUDIT),
      notify: notified === null ? before.notify : notified === 'NOTIFY' ? (NOTIFY ?? context.user) : '',
      warning: warned === null ? before.warning : warned === 'WARNING',
    });
    const work: ProfileWork = {
      className: cls,
      typed,
      reminder: 'ICH11009I',
      decide: (name, before) =>
        before === null
          ? say('ICH11102I', { profile: name, class: cls })
          : put(stored(altered(before), before, settings)),
    };
    return eachProfile(view, work, context);
  },
});
