/**
 * SETROPTS: which classes are kept in storage (RACLIST), and their refresh.
 *
 * RACF Command Language Reference, "SETROPTS (Set RACF options)". Only RACLIST and NORACLIST have an effect
 * here; the other operands are accepted.
 */
import type { StoreSettings } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import { flag, list, oneOf, text } from '../../tso/declare.ts';
import { suggest } from '../../tso/suggest.ts';
import { accepted } from '../anything.ts';
import { CERTIFICATE_CLASSES, KNOWN_CLASSES } from '../classes.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { say } from '../messages.ts';
import { NOT_EMULATED } from '../setropts-operands.ts';

/** More than RACF has classes. */
const CLASSES = 1024;

function classes(allowAll: boolean) {
  const isClass = (name: string): boolean => /^[A-Z@#$][A-Z0-9@#$]*$/.test(name) || (allowAll && name === '*');
  return list(text({ what: 'class name', max: 8, fold: 'always', accepts: isClass }), { max: CLASSES, adds: true });
}

const OPERANDS = {
  ...accepted(NOT_EMULATED),
  CLASSACT: classes(true),
  NOCLASSACT: classes(true),
  GENERIC: classes(true),
  NOGENERIC: classes(true),
  RACLIST: classes(false),
  NORACLIST: classes(false),
  REFRESH: flag(),
  WHEN: oneOf('PROGRAM'),
  NOWHEN: oneOf('PROGRAM'),
};

export const setropts = defineCommand({
  name: 'SETROPTS',
  aliases: ['SETR'],
  summary: 'keep classes in storage, refresh them',
  operands: OPERANDS,
  async run(view, { values, keywords }, { session }) {
    const settings = await view.settings();
    const messages: Message[] = [];
    const named = values.RACLIST ?? [];
    let raclisted = settings.raclisted;
    if (values.REFRESH === true) {
      // A refresh loads nothing new: a class that is not in storage stays so.
      for (const name of new Set(named)) {
        if (!raclisted.includes(name)) messages.push(say('ICH14070I', { name }));
      }
    } else {
      raclisted = [...new Set([...raclisted, ...named])];
    }
    raclisted = raclisted.filter((name) => !(values.NORACLIST ?? []).includes(name));
    if (values.REFRESH === true || named.length > 0) messages.push(say('ICH14063I', {}));
    const settled: StoreSettings = { ...settings, raclisted };
    return racfOutcome(session, {
      messages,
      refreshed: values.REFRESH === true ? named.filter((name) => raclisted.includes(name)) : [],
      remarks: remarksOn(keywords, [...named, ...(values.CLASSACT ?? []), ...(values.NORACLIST ?? [])]),
      returnCode: messages.some(({ id }) => id === 'ICH14070I') ? 4 : 0,
      changes: sameList(raclisted, settings.raclisted) ? [] : [{ action: 'settings', settings: settled }],
    });
  },
});

function remarksOn(keywords: readonly string[], named: readonly string[]): readonly Message[] {
  const remarks: Message[] = [];
  for (const keyword of new Set(keywords)) {
    if (NOT_EMULATED.includes(keyword)) remarks.push(say('RNGT952I', { keyword, command: 'SETROPTS' }));
  }
  for (const name of new Set(named)) {
    // Installations have classes of their own: only what is nearly a certificate class is worth a word.
    const suggestion = KNOWN_CLASSES.has(name) ? null : suggest(name, CERTIFICATE_CLASSES);
    if (suggestion !== null) remarks.push(say('RNGT953I', { name, suggestion }));
  }
  return remarks;
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
