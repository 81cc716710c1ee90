/** RACDCERT DELMAP: deletes a mapping. RACF Command Language Reference, "RACDCERT DELMAP". */
import { deleteMapping } from '../../core/change.ts';
import { outcome } from '../../core/outcome.ts';
import { defineFunction } from '../function.ts';
import { oneMapping, whichMapping } from '../mapping/mapping-selection.ts';
import { isRefusal, refused } from '../refusal.ts';

export const delmap = defineFunction({
  name: 'DELMAP',
  summary: 'Delete a mapping',
  value: whichMapping(),
  owner: 'mapping',
  operands: [],
  undefinedOwner: true,
  messages: ['IRRD175I', 'RNGT017I', 'RNGT055I', 'RNGT057I'],
  rules: [
    { text: 'LABEL may be left out when the owner has one mapping.', confidence: 'documented' },
    { text: 'The user need not be defined any more.', confidence: 'assumed' },
  ],
  async run(view, { value, owner }) {
    const mapping = await oneMapping(view, owner, value);
    if (isRefusal(mapping)) return refused(mapping);
    return outcome({ changes: [deleteMapping(owner, mapping.label)] });
  },
});
