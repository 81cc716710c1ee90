/** LISTDS: that a data set is there. TSO/E Command Reference, "LISTDS command". */
import type { Message } from '../../core/message.ts';
import { isDataSetName } from '../../core/names.ts';
import { problem, shown } from '../../tso/problem.ts';
import { qualified } from '../../tso/values/data-set.ts';
import { accepted } from '../anything.ts';
import { defineCommand, racfOutcome } from '../command.ts';
import { dataSetLines, dataSetsData } from '../listing/data-set.ts';
import { say } from '../messages.ts';
import type { Positional } from '../positionals.ts';

const RECORDED = ['CATALOG', 'HISTORY', 'LABEL', 'LEVEL', 'MEMBERS', 'STATUS'] as const;

const dataSetName: Positional<string> = {
  what: 'data set name',
  read(item, { prefix }) {
    const name = qualified(item.text, item.quoted, prefix);
    if (item.sub === null && isDataSetName(name)) return { kind: 'value', value: name };
    return problem(item.at, 'IKJ56709I', { name: shown(item.text) });
  },
};

export const listds = defineCommand({
  name: 'LISTDS',
  aliases: ['LISTD'],
  summary: 'show that a data set is there',
  positionals: [dataSetName],
  operands: accepted(RECORDED),
  recorded: RECORDED,
  async run(view, { positionals: [names] }, { session }) {
    const found: string[] = [];
    const messages: Message[] = [];
    for (const name of names) {
      if ((await view.dataSet(name)) === null) messages.push(say('IKJ58503I', { name }));
      else found.push(name);
    }
    return racfOutcome(session, {
      output: found.flatMap(dataSetLines),
      messages,
      remarks: found.length === 0 ? [] : [say('RNGT968I', {})],
      returnCode: messages.length === 0 ? 0 : 12,
      data: () => dataSetsData(found),
    });
  },
});
