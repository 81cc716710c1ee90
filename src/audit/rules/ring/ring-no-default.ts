/** Without a default, only programs that name a label find a certificate of their own. */
import { fail, PASS } from '../../../findings/rule.ts';
import { bestDefault } from '../../mend/default.ts';
import { byHand, connect } from '../../mend/racdcert.ts';
import type { RingMember, RingRule } from '../../subject.ts';

export const noDefault: RingRule = {
  id: 'ring-no-default',
  title: 'No default certificate',
  severity: 'warning',
  citation: 'RACF Command Language Reference, RACDCERT CONNECT, DEFAULT; System SSL Programming, gsk_environment_init',
  subject: 'ring',
  zos: {
    code: 6,
    also: [7, 403],
    because: 'the program names no label and the ring has no default',
    confidence: 'assumed',
  },
  // A ring of CAs only is whole without one: it serves clients without a certificate. A virtual ring cannot have one.
  applies: ({ members, virtual }) => !virtual && members.some(isPersonal),
  check: ({ members }) =>
    members.some(({ connection }) => connection.default)
      ? PASS
      : fail('no certificate of the ring is its default: only programs that name a label will find one'),
  mend(ring, context) {
    const best = bestDefault(ring, context);
    if (best === null) return [byHand('connect a certificate that has a private key, with DEFAULT')];
    const { owner, label } = best.connection;
    return [connect(ring, owner, label, 'USAGE(PERSONAL) DEFAULT')];
  },
};

function isPersonal({ connection }: RingMember): boolean {
  return connection.usage === 'PERSONAL';
}
