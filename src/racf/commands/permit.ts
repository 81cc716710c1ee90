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
import { accepted, anything } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { say } from '../messages.ts';
import { modelProfile } from '../model-profile.ts';
import { accessIds, className, profileName, profileNameIn, profiles } from '../names.ts';
import { access, refreshReminder, refusedClass, remarksOnClass } from '../profile-commands.ts';
import { stored } from '../storage.ts';

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
    WHEN: anything(),
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
    const model = await modelProfile(view, cls, values);
    const failed = (message: Message) =>
      racfOutcome(session, { messages: [message], remarks: remarksOnClass(cls), returnCode: 8 });
    if (profile === null) return failed(say('ICH06004I', { profile: name }));
    if (model.missing !== null) return failed(model.missing);
    const { ID: ids = [], ACCESS = 'READ', RESET } = values;
    const settings = await view.settings();
    const conditional = values.WHEN !== undefined;
    const taken = values.DELETE === true ? ids : [];
    const start = startingList(profile, model.profile, RESET);
    const strangers = taken.filter((id) => !start.some((entry) => entry.id === id));
    const accessList = conditional
      ? start
      : values.DELETE === true
        ? start.filter(({ id }) => !ids.includes(id))
        : granted(start, ids, ACCESS);
    const changed = JSON.stringify(accessList) !== JSON.stringify(profile.accessList);
    return racfOutcome(session, {
      messages: [
        ...strangers.map((id) => say('RNGT962I', { id, profile: name })),
        ...(changed ? refreshReminder('ICH06011I', cls, settings) : []),
      ],
      remarks: [
        ...remarksOnClass(cls),
        ...(conditional ? [say('RNGT970I', {})] : []),
        ...(values.DELETE === true ? [] : await remarksOnIds(view, ids)),
      ],
      returnCode: strangers.length === 0 ? 0 : 4,
      changes: changed ? [put(stored({ ...profile, accessList }, profile, settings))] : [],
    });
  },
});

/** What RESET leaves of the list, and then those of the model that are not in it. */
function startingList(
  { accessList }: ProfileEntry,
  model: ProfileEntry | null,
  reset: 'ALL' | 'STANDARD' | 'WHEN' | null | undefined,
): AccessList {
  const kept: AccessList = reset === undefined || reset === 'WHEN' ? accessList : [];
  const added = (model?.accessList ?? []).filter(({ id }) => !kept.some((each) => each.id === id));
  return [...kept, ...added];
}

/** An id keeps its place in the list, and gets the new access. */
function granted(list: AccessList, ids: readonly string[], level: Access): AccessList {
  const kept = list.map((entry) => (ids.includes(entry.id) ? { ...entry, access: level } : entry));
  const news = [...new Set(ids)].filter((id) => !list.some((entry) => entry.id === id));
  return [...kept, ...news.map((id) => ({ id, access: level }))];
}

/** Who is neither a user nor a group here: it may be a slip. */
async function remarksOnIds(view: StoreView, ids: readonly string[]): Promise<readonly Message[]> {
  const remarks: Message[] = [];
  for (const id of new Set(ids)) {
    if (id === '*' || (await view.user(id)) !== null || (await view.group(id)) !== null) continue;
    remarks.push(say('RNGT969I', { id }));
  }
  return remarks;
}
