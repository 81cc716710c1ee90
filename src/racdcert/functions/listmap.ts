/** RACDCERT LISTMAP: shows the mappings of one owner. RACF Command Language Reference, "RACDCERT LISTMAP". */
import { outcome } from '../../core/outcome.ts';
import { defineFunction } from '../function.ts';
import { mappingHeading } from '../listing/heading.ts';
import { mappingBlock } from '../listing/mapping.ts';
import { mappingData, mappingOwnerData } from '../listing/mapping-data.ts';
import { mappingsMeant, whichMapping } from '../mapping/mapping-selection.ts';
import { sayWithCode } from '../messages.ts';
import { concluded } from '../refusal.ts';

export const listmap = defineFunction({
  name: 'LISTMAP',
  summary: 'List mappings',
  value: whichMapping(),
  owner: 'mapping',
  operands: [],
  messages: ['RNGT017I', 'RNGT055I'],
  rules: [
    { text: 'Without LABEL all mappings of the owner are listed.', confidence: 'documented' },
    { text: 'A filter that the mapping does not have is shown as ><.', confidence: 'documented' },
    { text: 'Lines are indented by two blanks and values by seven, as in LIST.', confidence: 'assumed' },
    { text: 'Nothing found is return code 4.', confidence: 'assumed' },
  ],
  async run(view, { value, owner }) {
    const found = await mappingsMeant(view, owner, value);
    const data = () => ({
      format: 'ringtool-listmap',
      version: 1,
      owner: mappingOwnerData(owner),
      mappings: found.map(mappingData),
    });
    if (found.length === 0) return concluded([sayWithCode('RNGT017I', {}, 4)], { data });
    return outcome({ output: [mappingHeading(owner), ...found.flatMap((each) => ['', ...mappingBlock(each)])], data });
  },
});
