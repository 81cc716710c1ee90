/**
 * RACDCERT DELRING: deletes a key ring; the certificates in it stay.
 *
 * RACF Command Language Reference, "RACDCERT DELRING".
 */
import { deleteRing, put, type Change } from '../../core/change.ts';
import { outcome } from '../../core/outcome.ts';
import { ringName } from '../../tso/declare.ts';
import { withoutRing } from '../rings/connections.ts';
import { defineFunction } from '../function.ts';
import { say } from '../messages.ts';
import { concluded } from '../refusal.ts';
import { ringOwner, shownRing } from '../rings/ring-names.ts';

export const delring = defineFunction({
  name: 'DELRING',
  summary: 'Delete a key ring',
  value: ringName(),
  owner: 'ring',
  operands: [],
  undefinedOwner: true,
  messages: ['IRRD114I', 'IRRD120I', 'IRRD175I'],
  rules: [
    { text: 'The certificates stay.', confidence: 'documented' },
    { text: 'A user who is no longer defined may be named, to clear what is left.', confidence: 'documented' },
  ],
  async run(view, request) {
    const owner = ringOwner(request.owner);
    const name = request.value ?? '';
    const ring = await view.ring(owner, name);
    if (ring === null) return concluded([say('IRRD114I', { ring: shownRing(name) })], {});
    const changes: Change[] = [deleteRing(owner, name)];
    for (const connection of ring.connections) {
      const certificate = await view.certificate(connection.owner, connection.label);
      if (certificate !== null) changes.push(put(withoutRing(certificate, ring)));
    }
    return outcome({ changes });
  },
});
