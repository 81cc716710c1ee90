/** RACDCERT REMOVE: takes a certificate out of a key ring. RACF Command Language Reference, "RACDCERT REMOVE". */
import { outcome } from '../../core/outcome.ts';
import { group, optional } from '../../tso/declare.ts';
import { disconnect } from '../rings/connections.ts';
import { defineFunction } from '../function.ts';
import { say } from '../messages.ts';
import { RING_ENTRY_OPERANDS } from '../operands.ts';
import { concluded, refused } from '../refusal.ts';
import { ringTarget } from '../rings/ring-target.ts';
import { shownRingBeside } from '../rings/ring-names.ts';

export const remove = defineFunction({
  name: 'REMOVE',
  summary: 'Remove a certificate from a key ring',
  value: optional(group(RING_ENTRY_OPERANDS)),
  owner: 'ring',
  operands: [],
  messages: ['IRRD114I', 'IRRD116I', 'IRRD120I', 'IRRD121I', 'IRRD175I'],
  rules: [
    { text: 'The certificate itself stays.', confidence: 'documented' },
    {
      text: 'Without an owner inside the parentheses the certificate is that of the owner of the ring.',
      confidence: 'assumed',
    },
  ],
  async run(view, request) {
    const target = await ringTarget(view, request.value, request.owner);
    if (target.kind === 'refusal') return refused(target);
    const { ring, label, certificate } = target;
    const changes = certificate === null ? null : disconnect(ring, certificate);
    if (changes !== null) return outcome({ changes });
    const shown = shownRingBeside(ring.name, label, ring.owner);
    return concluded([say('IRRD116I', { label, ring: shown, user: ring.owner })], {});
  },
});
