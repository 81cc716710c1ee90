/** RACDCERT CONNECT: puts a certificate into a key ring. RACF Command Language Reference, "RACDCERT CONNECT". */
import { outcome } from '../../core/outcome.ts';
import { group, optional } from '../../tso/declare.ts';
import { connect as connectBoth, naturalUsage } from '../rings/connections.ts';
import { defineFunction } from '../function.ts';
import { CONNECT_OPERANDS } from '../operands.ts';
import { say } from '../messages.ts';
import { refuse, refused } from '../refusal.ts';
import { ringTarget } from '../rings/ring-target.ts';

export const connect = defineFunction({
  name: 'CONNECT',
  summary: 'Add a certificate to a key ring, or change how it is connected',
  value: optional(group(CONNECT_OPERANDS)),
  owner: 'ring',
  operands: [],
  messages: ['IRRD107I', 'IRRD114I', 'IRRD120I', 'IRRD121I', 'IRRD175I'],
  rules: [
    { text: 'Without USAGE a certificate acts as its own kind: PERSONAL, CERTAUTH or SITE.', confidence: 'documented' },
    {
      text: 'A certificate that is in the ring already keeps its place and gets the new usage and default; without DEFAULT it loses the default.',
      confidence: 'assumed',
    },
    {
      text: 'A ring has one default certificate: DEFAULT takes it away from the one that had it.',
      confidence: 'documented',
    },
    { text: 'DEFAULT is never implied.', confidence: 'assumed' },
  ],
  async run(view, request) {
    const target = await ringTarget(view, request.value, request.owner);
    if (target.kind === 'refusal') return refused(target);
    const { ring, owner, certificate } = target;
    if (certificate === null) return refused(refuse(say('IRRD107I', {})));
    const usage = request.value?.USAGE ?? naturalUsage(owner);
    const isDefault = request.value?.DEFAULT ?? false;
    return outcome({ changes: connectBoth(ring, certificate, { usage, default: isDefault }) });
  },
});
