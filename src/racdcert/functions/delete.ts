/**
 * RACDCERT DELETE: deletes a certificate with its private key, and takes it out of every ring.
 *
 * RACF Command Language Reference, "RACDCERT DELETE".
 */
import { deleteCertificate } from '../../core/change.ts';
import { outcome } from '../../core/outcome.ts';
import { atLeast } from '../../core/release.ts';
import { group, optional } from '../../tso/declare.ts';
import { leaveAllRings } from '../rings/connections.ts';
import { defineFunction } from '../function.ts';
import { removeKey } from '../keys/key-removal.ts';
import { say } from '../messages.ts';
import { SELECTION_OPERANDS } from '../operands.ts';
import { MARKED_SINCE } from '../since.ts';
import { concluded, refuse, refused } from '../refusal.ts';
import { selectOne } from '../selection.ts';

/** `delete` is a reserved word; the list of functions knows this one as DELETE. */
export const deleteFunction = defineFunction({
  name: 'DELETE',
  summary: 'Delete a certificate and its private key',
  value: optional(group(SELECTION_OPERANDS)),
  owner: 'certificate',
  operands: ['FORCE'],
  undefinedOwner: true,
  messages: ['IRRD105I', 'IRRD107I', 'IRRD175I', 'RNGT009I', 'RNGT034I'],
  rules: [
    { text: 'The certificate is taken out of every ring.', confidence: 'documented' },
    { text: 'The private key goes with it; what was bound to tokens stays.', confidence: 'documented' },
    {
      text: 'Keys in the PKDS, and secure keys in tokens, go as well, unless another certificate uses them.',
      confidence: 'assumed',
    },
    {
      text: 'Since z/OS 2.1 a certificate that a request was made from is deleted with FORCE only.',
      confidence: 'assumed',
    },
    { text: 'A user who is no longer defined may be named, to clear what is left.', confidence: 'documented' },
  ],
  async run(view, request, { level }) {
    const selected = await selectOne(view, request.owner, request.value);
    if (selected.kind === 'none') return concluded([selected.message], {});
    const { entry } = selected;
    // Its key will be needed for the answer of the authority that got the request.
    const guarded = entry.requested && atLeast(level, MARKED_SINCE);
    if (guarded && !request.operands.FORCE) return refused(refuse(say('RNGT009I', {})));
    return outcome({
      changes: [
        deleteCertificate(entry.owner, entry.label),
        ...(await removeKey(view, entry)),
        ...(await leaveAllRings(view, entry)),
      ],
    });
  },
});
