/**
 * SEARCH: names of profiles, users or groups.
 *
 * RACF Command Language Reference, "SEARCH (Search RACF database)". MASK compares characters; FILTER is a generic name.
 */
import { atLeast, accessOf } from '../../authority/access.ts';
import { covers, isGeneric } from '../../authority/generic.ts';
import type { StoreView } from '../../core/view.ts';
import { flag, list, text } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { searchData, searchLines } from '../listing/search.ts';
import { say } from '../messages.ts';
import { className, userName } from '../names.ts';
import { keepsCase, RACDCERT_CLASSES } from '../classes.ts';
import { remarksOnClass } from '../profile-commands.ts';
import { foldUpper } from '../../tso/fold.ts';

/** Restrictions and outputs that are not emulated: the search is wider than it was meant. */
const RECORDED = [
  'AGE',
  'CATEGORY',
  'CLIST',
  'GID',
  'LEVEL',
  'MODEL',
  'SECLABEL',
  'SECLEVEL',
  'TAPE',
  'UID',
  'VOLUME',
  'VSAM',
  'NOVSAM',
  'WARNING',
] as const;

export const search = defineCommand({
  name: 'SEARCH',
  aliases: ['SR'],
  summary: 'search for profiles, users and groups',
  operands: {
    ...accepted(RECORDED),
    ALL: flag(),
    CLASS: className(),
    FILTER: text({ what: 'filter', max: 246, fold: 'never' }),
    MASK: list(text({ what: 'mask', max: 246, fold: 'never' }), { max: 2 }),
    NOMASK: flag(),
    GENERIC: flag(),
    NOGENERIC: flag(),
    LIST: flag(),
    NOLIST: flag(),
    USER: userName(),
  },
  recorded: RECORDED,
  async run(view, { values }, { session }) {
    const cls = values.CLASS ?? 'DATASET';
    if (cls === 'DATASET') {
      return racfOutcome(session, { remarks: [say('RNGT963I', { class: cls, command: 'SEARCH' })], notEmulated: true });
    }
    if (RACDCERT_CLASSES.includes(cls)) {
      const remarks = [say('RNGT971I', { class: cls, command: 'SEARCH' })];
      return racfOutcome(session, { remarks, notEmulated: true });
    }
    const folded = (typed: string): string => (keepsCase(cls) ? typed : foldUpper(typed));
    const [begins = '', contains = ''] = (values.MASK ?? []).map(folded);
    const filter = values.FILTER === undefined ? null : folded(values.FILTER);
    const names = (await namesOf(view, cls, values.USER)).filter(
      (name) =>
        name.startsWith(begins) &&
        name.slice(begins.length).includes(contains) &&
        (filter === null || name === filter || covers(filter, name)) &&
        (values.GENERIC !== true || isGeneric(name)) &&
        (values.NOGENERIC !== true || !isGeneric(name)),
    );
    const nothing = names.length === 0;
    return racfOutcome(session, {
      output: values.NOLIST === true ? [] : searchLines(names),
      messages: nothing ? [say('ICH31005I', {})] : [],
      remarks: remarksOnClass(cls),
      returnCode: nothing ? 4 : 0,
      data: () => searchData(cls, names),
    });
  },
});

/** With a user named: profiles that give this user READ at the least. */
async function namesOf(view: StoreView, cls: string, user: string | undefined): Promise<readonly string[]> {
  if (cls === 'USER') return (await view.users()).map(({ id }) => id);
  if (cls === 'GROUP') return (await view.groups()).map(({ id }) => id);
  const profiles = await view.profilesOf(cls);
  if (user === undefined) return profiles.map(({ name }) => name);
  const entry = await view.user(user);
  return profiles.filter((each) => atLeast(accessOf(each, user, entry), 'READ')).map(({ name }) => name);
}
