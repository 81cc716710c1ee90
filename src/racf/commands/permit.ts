/**
 * PERMIT: who may do what with a resource.
 *
 * RACF Command Language Reference, "PERMIT (Maintain resource access lists)".
 */
import { put } from '../../core/change.ts';
import type { Access, ProfileEntry } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import type { StoreView } from '../../core/view.ts';
import { flag, oneOf, optional } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { say } from '../messages.ts';
import { accessIds, className, profileName, profileNameIn, profiles } from '../names.ts';
import { access, refreshReminder, refusedClass, remarksOnClass } from '../profile-commands.ts';

const RECORDED = ['AT', 'FVOLUME', 'ONLYAT', 'VOLUME'] as const;
/** A name is generic when it looks so; saying it again changes nothing. */
const WITHOUT_EFFECT = ['FGENERIC', 'GENERIC'] as const;

type AccessList = ProfileEntry['accessList'];

export const permit = defineCommand({
  name: 'PERMIT',
  aliases: ['PE'],
  summary: 'change the access list of a profile',
  positionals: [profiles()],
  operands: {
    ...accepted(RECORDED),
    ...accepted(WITHOUT_EFFECT),
    CLASS: className(),
    ID: accessIds(),
    ACCESS: access(),
    DELETE: flag(),
    RESET: optional(oneOf('ALL', 'STANDARD', 'WHEN')),
    FROM: profileName(),
    FCLASS: className(),
    WHEN: accepted(['WHEN']).WHEN ?? flag(),
  },
  recorded: RECORDED,
  async run(view, { values, positionals }, { session }) {
    const cls = values.CLASS ?? 'DATASET';
    if (cls === 'DATASET') {
      return racfOutcome(session, { remarks: [say('RNGT963I', { class: cls, command: 'PERMIT' })], notEmulated: true });
    }
    const refused = refusedClass(cls, 'PERMIT');
    if (refused !== null) return racfOutcome(session, { messages: [refused], returnCode: 8 });
    const [typed] = positionals[0];
    const name = typed === undefined ? '' : profileNameIn(cls, typed);
    const profile = await view.profile(cls, name);
    const undefinedProfile = (of: string) =>
      racfOutcome(session, {
        messages: [say('ICH06004I', { profile: of })],
        remarks: remarksOnClass(cls),
        returnCode: 8,
      });
    if (profile === null) return undefinedProfile(name);
    const modelClass = values.FCLASS ?? cls;
    const modelName = values.FROM === undefined ? null : profileNameIn(modelClass, values.FROM);
    const model = modelName === null ? null : await view.profile(modelClass, modelName);
    if (modelName !== null && model === null) return undefinedProfile(modelName);

    const ids = values.ID ?? [];
    const conditional = values.WHEN !== undefined;
    const start: AccessList = values.RESET === undefined || values.RESET === 'WHEN' ? profile.accessList : [];
    const added = (model?.accessList ?? []).filter(({ id }) => !start.some((each) => each.id === id));
    const copied: AccessList = [...start, ...added];
    const messages: Message[] = [];
    if (values.DELETE === true) {
      for (const id of ids) {
        if (!copied.some((entry) => entry.id === id)) messages.push(say('RNGT962I', { id, profile: name }));
      }
    }
    const accessList = conditional
      ? copied
      : values.DELETE === true
        ? copied.filter(({ id }) => !ids.includes(id))
        : granted(copied, ids, values.ACCESS ?? 'READ');
    const changed = JSON.stringify(accessList) !== JSON.stringify(profile.accessList);
    return racfOutcome(session, {
      messages: [...messages, ...(changed ? refreshReminder('ICH06011I', cls, await view.settings()) : [])],
      remarks: [
        ...remarksOnClass(cls),
        ...(conditional ? [say('RNGT970I', {})] : []),
        ...(values.DELETE === true ? [] : await remarksOnIds(view, ids)),
      ],
      returnCode: messages.length === 0 ? 0 : 4,
      changes: changed ? [put({ ...profile, accessList })] : [],
    });
  },
});

/** An id keeps its place in the list, and gets the new access. */
function granted(list: AccessList, ids: readonly string[], level: Access): AccessList {
  const kept = list.map((entry) => (ids.includes(entry.id) ? { ...entry, access: level } : entry));
  const news = [...new Set(ids)].filter((id) => !list.some((entry) => entry.id === id));
  return [...kept, ...news.map((id) => ({ id, access: level }))];
}

/** Who is neither a user nor a group here; silent in a store that knows no users, where anybody is unknown. */
async function remarksOnIds(view: StoreView, ids: readonly string[]): Promise<readonly Message[]> {
  if (!(await view.knowsUsers())) return [];
  const remarks: Message[] = [];
  for (const id of new Set(ids)) {
    if (id === '*' || (await view.user(id)) !== null || (await view.group(id)) !== null) continue;
    remarks.push(say('RNGT969I', { id }));
  }
  return remarks;
}
