/** RDEFINE: defines profiles of general resources. RACF Command Language Reference, "RDEFINE". */
import { put } from '../../core/change.ts';
import type { Message } from '../../core/message.ts';
import { userName } from '../names.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { say } from '../messages.ts';
import { className, profileName, profileNameIn, profiles, resourceClass } from '../names.ts';
import {
  access,
  applicationData,
  installationData,
  PROFILE_RECORDED,
  refreshReminder,
  refusedClass,
  remarksOnClass,
} from '../profile-commands.ts';

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
  },
  recorded: RECORDED,
  async run(view, { values, positionals }, { user, now, session }) {
    const [[cls = ''], typed] = positionals;
    const refused = refusedClass(cls, 'RDEFINE');
    if (refused !== null) return racfOutcome(session, { messages: [refused], returnCode: 8 });
    const modelClass = values.FCLASS ?? cls;
    const modelName = values.FROM === undefined ? null : profileNameIn(modelClass, values.FROM);
    const model = modelName === null ? null : await view.profile(modelClass, modelName);
    if (modelName !== null && model === null) {
      return racfOutcome(session, { messages: [say('ICH06004I', { profile: modelName })], returnCode: 8 });
    }
    const messages: Message[] = [];
    const changes = [];
    for (const profile of new Set(typed.map((name) => profileNameIn(cls, name)))) {
      if ((await view.profile(cls, profile)) !== null) {
        messages.push(say('ICH10102I', { profile, class: cls }));
        continue;
      }
      changes.push(
        put({
          kind: 'profile',
          class: cls,
          name: profile,
          owner: values.OWNER ?? user,
          uacc: values.UACC ?? model?.uacc ?? 'NONE',
          applicationData: values.APPLDATA ?? model?.applicationData ?? '',
          installationData: values.DATA ?? model?.installationData ?? '',
          accessList: model?.accessList ?? [],
          created: now.toISOString(),
          createdBy: user,
        }),
      );
    }
    const reminder = changes.length === 0 ? [] : refreshReminder('ICH10006I', cls, await view.settings());
    return racfOutcome(session, {
      messages: [...messages, ...reminder],
      remarks: remarksOnClass(cls),
      returnCode: messages.length === 0 ? 0 : 4,
      changes,
    });
  },
});
