/** RACDCERT LISTRING: shows key rings of one user. RACF Command Language Reference, "RACDCERT LISTRING". */
import type { RingEntry } from '../../core/entities.ts';
import { outcome } from '../../core/outcome.ts';
import { optional, ringName } from '../../tso/declare.ts';
import { defineFunction } from '../function.ts';
import { ringHeading } from '../listing/heading.ts';
import { ringBlock } from '../listing/ring.ts';
import { ringData } from '../listing/ring-data.ts';
import { say, sayWithCode } from '../messages.ts';
import { concluded } from '../refusal.ts';
import { ringOwner, shownRing } from '../rings/ring-names.ts';

/** All rings of the user; meant as well when no name is given. */
const ALL = '*';

export const listring = defineFunction({
  name: 'LISTRING',
  summary: 'List key rings and the certificates in them',
  value: optional(ringName()),
  owner: 'ring',
  operands: [],
  messages: ['IRRD114I', 'IRRD115I', 'IRRD120I'],
  rules: [
    { text: '* lists all rings of the user.', confidence: 'documented' },
    { text: 'Without parentheses * is meant.', confidence: 'assumed' },
    { text: 'Certificates stand in order of connection.', confidence: 'documented' },
    { text: 'Nothing found is return code 4.', confidence: 'assumed' },
  ],
  async run(view, request) {
    const owner = ringOwner(request.owner);
    const name = request.value ?? ALL;
    const rings = name === ALL ? await view.ringsOf(owner) : only(await view.ring(owner, name));
    const data = () => ({ format: 'ringtool-listring', version: 1, owner, rings: rings.map(ringData) });
    if (rings.length === 0) {
      const message =
        name === ALL ? say('IRRD115I', { user: owner }) : sayWithCode('IRRD114I', { ring: shownRing(name) }, 4);
      return concluded([message], { data });
    }
    return outcome({ output: [ringHeading(owner), ...rings.flatMap((ring) => ['', ...ringBlock(ring)])], data });
  },
});

function only(ring: RingEntry | null): readonly RingEntry[] {
  return ring === null ? [] : [ring];
}
