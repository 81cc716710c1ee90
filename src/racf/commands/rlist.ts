/**
 * RLIST: shows profiles of general resources. A name without a profile of its own is answered with the generic one that
 * protects it.
 *
 * RACF Command Language Reference, "RLIST (List general resource profile)".
 */
import { accessOf, protectingProfile } from '../../authority/access.ts';
import { isGeneric } from '../../authority/generic.ts';
import type { ProfileEntry } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import type { StoreView } from '../../core/view.ts';
import { flag } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { RACDCERT_CLASSES } from '../classes.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { profileLines, profilesData } from '../listing/resource-profile.ts';
import { say } from '../messages.ts';
import { profileNameIn, profiles, resourceClass } from '../names.ts';
import { remarksOnClass } from '../profile-commands.ts';

/** Segments and statistics: nothing of them is kept. */
const RECORDED = [
  'CDTINFO',
  'CFDEF',
  'CSDATA',
  'DLFDATA',
  'EIM',
  'HISTORY',
  'ICSF',
  'ICTX',
  'KERB',
  'MFA',
  'MFPOLICY',
  'PROXY',
  'RESGROUP',
  'SESSION',
  'SIGVER',
  'SSIGNON',
  'STATISTICS',
  'STDATA',
  'SVFMR',
  'TME',
] as const;

export const rlist = defineCommand({
  name: 'RLIST',
  aliases: ['RL'],
  summary: 'show profiles of general resources',
  positionals: [resourceClass(), profiles()],
  operands: {
    ...accepted(RECORDED),
    ALL: flag(),
    AUTHUSER: flag(),
    GENERIC: flag(),
    NOGENERIC: flag(),
    NORACF: flag(),
    NOYOURACC: flag(),
  },
  recorded: RECORDED,
  async run(view, { values, positionals }, { user, session }) {
    const [[cls = ''], typed] = positionals;
    if (RACDCERT_CLASSES.includes(cls)) {
      const remarks = [say('RNGT971I', { class: cls, command: 'RLIST' })];
      return racfOutcome(session, { remarks, notEmulated: true });
    }
    const kinds: Kinds = { generic: values.NOGENERIC !== true, own: values.GENERIC !== true };
    const found: ProfileEntry[] = [];
    const messages: Message[] = [];
    for (const name of new Set(typed.map((each) => profileNameIn(cls, each)))) {
      const fitting = await profilesNamed(view, cls, name, kinds);
      found.push(...fitting);
      if (fitting.length === 0) {
        messages.push(name === '*' ? say('ICH13004I', {}) : say('ICH13003I', { profile: name }));
      }
    }
    const issuer = await view.user(user);
    const listed = found.map((profile) => ({ profile, yourAccess: accessOf(profile, user, issuer) }));
    const what = values.NORACF === true ? 'name' : values.ALL === true || values.AUTHUSER === true ? 'all' : 'base';
    return racfOutcome(session, {
      output: listed.flatMap((each) => profileLines(each, what)),
      messages,
      remarks: remarksOnClass(cls),
      returnCode: messages.length === 0 ? 0 : 4,
      data: () => profilesData(cls, listed),
    });
  },
});

/** Which profiles are asked for. */
interface Kinds {
  readonly generic: boolean;
  readonly own: boolean;
}

/** A bare `*` means all profiles of the class. */
async function profilesNamed(
  view: StoreView,
  cls: string,
  name: string,
  kinds: Kinds,
): Promise<readonly ProfileEntry[]> {
  const wanted = ({ name: each }: ProfileEntry): boolean => (isGeneric(each) ? kinds.generic : kinds.own);
  if (name === '*') return (await view.profilesOf(cls)).filter(wanted);
  const own = await view.profile(cls, name);
  if (own !== null && wanted(own)) return [own];
  const protecting = isGeneric(name) || !kinds.generic ? null : await protectingProfile(view, cls, name);
  return protecting === null || !wanted(protecting) ? [] : [protecting];
}
