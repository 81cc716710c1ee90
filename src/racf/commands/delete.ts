/**
 * DELETE: deletes data sets, as jobs do before GENREQ and EXPORT. One that is not there is an error with code 8, which
 * such jobs expect and a run forgives; those beside it in a list are deleted all the same.
 *
 * DFSMS Access Method Services Commands, "DELETE", as issued under TSO.
 */
import type { Message } from '../../core/message.ts';
import { isDataSetName } from '../../core/names.ts';
import type { Binding, Problem, TreeOperand, Value } from '../../tso/operand.ts';
import { problem, shown } from '../../tso/problem.ts';
import { qualified } from '../../tso/values/data-set.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { say } from '../messages.ts';
import type { Positional } from '../positionals.ts';

/** They say what kind of entry it is, or how much of it to erase: a data set here is a file. */
const WITHOUT_EFFECT = [
  'CATALOG',
  'ERASE',
  'NOERASE',
  'FILE',
  'FORCE',
  'NOFORCE',
  'MASK',
  'NOMASK',
  'NONVSAM',
  'PURGE',
  'NOPURGE',
  'RECOVERY',
  'SCRATCH',
  'NOSCRATCH',
] as const;

/** Entries that no data set of ours is. */
const RECORDED = [
  'ALIAS',
  'CLUSTER',
  'GENERATIONDATAGROUP',
  'GDG',
  'LIBRARYENTRY',
  'PATH',
  'SPACE',
  'TRUENAME',
  'USERCATALOG',
] as const;

interface Named {
  readonly name: string;
  /** A member, or a pattern. */
  readonly part: boolean;
}

const entryName: Positional<Named> = {
  what: 'entry name',
  read(item, { prefix }: Binding): Value<Named> | Problem {
    const name = qualified(written(item), item.quoted, prefix);
    const whole = name.replace(/\([A-Z0-9@#$*%+-]+\)$/, '');
    const part = whole !== name || /[*%]/.test(name);
    if (isDataSetName(whole.replace(/[*%]/g, 'A'))) return { kind: 'value', value: { name, part } };
    return problem(item.at, 'IKJ56709I', { name: shown(written(item)) });
  },
};

/** `LIB(MEMBER)` without quotes arrives as a word with a list behind it. */
function written({ text, sub }: TreeOperand): string {
  return sub === null ? text : `${text}(${sub.map((each) => each.text).join(' ')})`;
}

export const deleteCommand = defineCommand({
  name: 'DELETE',
  aliases: ['DEL'],
  summary: 'delete data sets',
  positionals: [entryName],
  operands: { ...accepted(WITHOUT_EFFECT), ...accepted(RECORDED) },
  recorded: RECORDED,
  async run(view, { positionals: [entries] }, { session }) {
    const messages: Message[] = [];
    const remarks: Message[] = [];
    const deleted: string[] = [];
    for (const { name, part } of entries) {
      if (part) {
        remarks.push(say('RNGT965I', { name }));
      } else if ((await view.dataSet(name)) === null || deleted.includes(name)) {
        messages.push(say('IDC3012I', { name }), say('IDC3009I', {}), say('IDC0551I', { name }));
      } else {
        deleted.push(name);
        messages.push(say('IDC0550I', { name }));
      }
    }
    const failed = messages.some(({ id }) => id === 'IDC0551I');
    return racfOutcome(session, {
      messages: failed ? [...messages, say('IDC0014I', {})] : messages,
      remarks,
      returnCode: failed ? 8 : 0,
      forgiven: failed,
      deletedDataSets: deleted,
      notEmulated: remarks.length > 0 && messages.length === 0,
    });
  },
});
