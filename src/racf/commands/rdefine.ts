/** RDEFINE: defines profiles of general resources. RACF Command Language Reference, "RDEFINE". */
import { put } from '../../core/change.ts';
import { flag } from '../../tso/declare.ts';
import type { ProfileEntry } from '../../core/entities.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { eachProfile, type ProfileWork } from '../each-profile.ts';
import { say } from '../messages.ts';
import { modelProfile } from '../model-profile.ts';
import { className, profileName, profiles, resourceClass, userName } from '../names.ts';
import { access, applicationData, installationData, PROFILE_RECORDED, refusedClass } from '../profile-commands.ts';
import { audit, auditingText, DEFAULT_AUDITING, level, notify } from '../profile-operands.ts';
import { stored } from '../storage.ts';

const RECORDED = [...PROFILE_RECORDED, 'FGENERIC', 'FVOLUME'] as const;

export const rdefine = defineCommand({
  name: 'RDEFINE',
  aliases: ['RDEF'],
  summary: 'define profiles of general resources',
  positionals: [resourceClass(), profiles()],
  operands: {
    ...accepted(RECORDED),
    UACC: access(),
    OWNER: userName(),
    DATA: installationData(),
    APPLDATA: applicationData(),
    FROM: profileName(),
    FCLASS: className(),
    LEVEL: level(),
    AUDIT: audit(),
    NOTIFY: notify(),
    WARNING: flag(),
  },
  recorded: RECORDED,
  async run(view, { values, positionals }, context) {
    const { user, now, session } = context;
    const [[cls = ''], typed] = positionals;
    const refused = refusedClass(cls, 'RDEFINE');
    if (refused !== null) return racfOutcome(session, { messages: [refused], returnCode: 8 });
    const { profile: model, missing } = await modelProfile(view, cls, values);
    if (missing !== null) return racfOutcome(session, { messages: [missing], returnCode: 8 });
    const { LEVEL, AUDIT, NOTIFY, WARNING } = values;
    const settings = await view.settings();
    const entry = (name: string): ProfileEntry => ({
      kind: 'profile',
      class: cls,
      name,
      owner: values.OWNER ?? user,
      uacc: values.UACC ?? model?.uacc ?? 'NONE',
      applicationData: values.APPLDATA ?? model?.applicationData ?? '',
      installationData: values.DATA ?? model?.installationData ?? '',
      accessList: model?.accessList ?? [],
      warning: WARNING === true || (model === null ? false : model.warning),
      level: LEVEL ?? (model === null ? 0 : model.level),
      auditing: AUDIT === undefined ? (model === null ? DEFAULT_AUDITING : model.auditing) : auditingText(AUDIT),
      notify: NOTIFY === undefined ? (model === null ? '' : model.notify) : (NOTIFY ?? user),
      inStorage: null,
      created: now.toISOString(),
      createdBy: user,
    });
    const work: ProfileWork = {
      className: cls,
      typed,
      reminder: 'ICH10006I',
      decide: (name, before) =>
        before === null ? put(stored(entry(name), before, settings)) : say('ICH10102I', { profile: name, class: cls }),
    };
    return eachProfile(view, work, context);
  },
});
