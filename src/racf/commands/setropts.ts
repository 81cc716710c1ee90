/**
 * SETROPTS: which classes are active, which are kept in storage (RACLIST), and their refresh.
 *
 * RACF Command Language Reference, "SETROPTS (Set RACF options)". Only CLASSACT, RACLIST, their opposites and LIST have
 * an effect here; the other operands are accepted.
 */
import type { StoreSettings } from '../../core/entities.ts';
import type { Message } from '../../core/message.ts';
import { flag, list, oneOf, text } from '../../tso/declare.ts';
import { accepted } from '../anything.ts';
import { KNOWN_CLASSES } from '../classes.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { optionsData, optionsLines } from '../listing/options.ts';
import { say } from '../messages.ts';
import { remarksOnClass } from '../profile-commands.ts';
import { NOT_EMULATED } from '../setropts-operands.ts';
import { loadClasses } from '../storage.ts';

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
  LIST: flag(),
  WHEN: oneOf('PROGRAM'),
  NOWHEN: oneOf('PROGRAM'),
};

export const setropts = defineCommand({
  name: 'SETROPTS',
  aliases: ['SETR'],
  summary: 'keep classes in storage, refresh them',
  operands: OPERANDS,
  recorded: NOT_EMULATED,
  async run(view, { values }, { session }) {
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
    // RACLIST alone loads what is not loaded yet; only a refresh loads again.
    const toLoad =
      values.REFRESH === true
        ? named.filter((name) => raclisted.includes(name))
        : named.filter((name) => !settings.raclisted.includes(name));
    raclisted = raclisted.filter((name) => !(values.NORACLIST ?? []).includes(name));
    if (values.REFRESH === true || named.length > 0) messages.push(say('ICH14063I', {}));
    const activated = (values.CLASSACT ?? []).flatMap((name) => (name === '*' ? [...KNOWN_CLASSES] : [name]));
    const ended = new Set(values.NOCLASSACT ?? []);
    const active = [...new Set([...settings.active, ...activated])].filter(
      (name) => !ended.has(name) && !ended.has('*'),
    );
    const settled: StoreSettings = { ...settings, raclisted, active };
    const same = sameList(raclisted, settings.raclisted) && sameList(active, settings.active);
    const classesNamed = [...named, ...activated, ...(values.NORACLIST ?? []), ...ended];
    return racfOutcome(session, {
      output: values.LIST === true ? optionsLines(settled) : [],
      messages,
      refreshed: values.REFRESH === true ? named.filter((name) => raclisted.includes(name)) : [],
      remarks: [
        ...(values.LIST === true ? [say('RNGT967I', {})] : []),
        ...[...new Set(classesNamed)].flatMap((name) => (name === '*' ? [] : remarksOnClass(name))),
      ],
      returnCode: messages.some(({ id }) => id === 'ICH14070I') ? 4 : 0,
      changes: [
        ...(same ? [] : [{ action: 'settings', settings: settled } as const]),
        ...(await loadClasses(view, toLoad)),
      ],
      data: values.LIST === true ? () => optionsData(settled) : null,
    });
  },
});

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
