/** RACDCERT ADDRING: makes an empty key ring. RACF Command Language Reference, "RACDCERT ADDRING". */
import { put } from '../../core/change.ts';
import type { RingEntry } from '../../core/entities.ts';
import { outcome } from '../../core/outcome.ts';
import { defineFunction } from '../function.ts';
import { say } from '../messages.ts';
import { newRingName } from '../operands.ts';
import { concluded } from '../refusal.ts';
import { ringOwner, shownRing } from '../rings/ring-names.ts';

export const addring = defineFunction({
  name: 'ADDRING',
  summary: 'Create a key ring',
  value: newRingName(),
  owner: 'ring',
  operands: [],
  messages: ['IRRD120I', 'IRRD122I', 'IRRD175I'],
  rules: [
    { text: 'Users own key rings; CERTAUTH and SITE do not (IRRD120I).', confidence: 'documented' },
    { text: 'A ring name has up to 237 characters and keeps its case, with or without quotes.', confidence: 'seen' },
  ],
  async run(view, request, context) {
    const owner = ringOwner(request.owner);
    const name = request.value ?? '';
    if ((await view.ring(owner, name)) !== null) {
      return concluded([say('IRRD122I', { ring: shownRing(name) })], {});
    }
    const ring: RingEntry = {
      kind: 'ring',
      owner,
      name,
      connections: [],
      created: context.now.toISOString(),
      createdBy: context.user,
      sequence: 0,
    };
    return outcome({ changes: [put(ring)] });
  },
});
