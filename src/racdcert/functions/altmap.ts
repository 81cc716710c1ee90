/**
 * RACDCERT ALTMAP: changes the label, the status or the criteria of a mapping.
 *
 * RACF Command Language Reference, "RACDCERT ALTMAP".
 */
import { deleteMapping, put } from '../../core/change.ts';
import type { MappingEntry } from '../../core/entities.ts';
import { outcome } from '../../core/outcome.ts';
import { defineFunction } from '../function.ts';
import { oneMapping, whichMapping } from '../mapping/mapping-selection.ts';
import { say } from '../messages.ts';
import { isRefusal, refuse, refused } from '../refusal.ts';

export const altmap = defineFunction({
  name: 'ALTMAP',
  summary: 'Change the label, the trust status or the criteria of a mapping',
  value: whichMapping(),
  owner: 'mapping',
  operands: ['NEWCRITERIA', 'NEWLABEL', 'TRUST', 'NOTRUST'],
  messages: ['IRRD175I', 'RNGT001I', 'RNGT017I', 'RNGT055I', 'RNGT056I', 'RNGT057I'],
  rules: [
    { text: 'LABEL may be left out when the owner has one mapping.', confidence: 'documented' },
    { text: 'NEWCRITERIA requires MULTIID.', confidence: 'documented' },
  ],
  async run(view, { value, owner, operands }) {
    const { NEWCRITERIA, NEWLABEL, TRUST, NOTRUST } = operands;
    if (NEWCRITERIA !== undefined && owner.kind === 'user') {
      return refused(refuse(say('RNGT056I', { keyword: 'NEWCRITERIA' })));
    }
    const before = await oneMapping(view, owner, value);
    if (isRefusal(before)) return refused(before);
    const after: MappingEntry = {
      ...before,
      label: NEWLABEL ?? before.label,
      criteria: NEWCRITERIA ?? before.criteria,
      status: TRUST ? 'TRUST' : NOTRUST ? 'NOTRUST' : before.status,
    };
    if (after.label !== before.label) {
      if ((await view.mapping(owner, after.label)) !== null) return refused(refuse(say('RNGT001I', {})));
      return outcome({ changes: [deleteMapping(owner, before.label), put(after)] });
    }
    const changed = after.criteria !== before.criteria || after.status !== before.status;
    return outcome({ changes: changed ? [put(after)] : [] });
  },
});
