/** A ring without any certificate cannot serve a handshake. */
import { fail, PASS } from '../../../findings/rule.ts';
import { byHand } from '../../mend/racdcert.ts';
import type { RingRule } from '../../subject.ts';

export const emptyRing: RingRule = {
  id: 'ring-empty',
  title: 'Empty ring',
  severity: 'error',
  citation: 'System SSL Programming, SSL function return codes, 7 and 109',
  subject: 'ring',
  zos: { code: 7, also: [109, 6], because: 'no certificate is connected to the ring', confidence: 'deduced' },
  applies: () => true,
  check: ({ members, virtual }) =>
    members.length > 0
      ? PASS
      : fail(virtual ? 'the owner has no certificates' : 'no certificate is connected to the ring'),
  mend: ({ owner, name, virtual }) =>
    virtual
      ? []
      : [byHand(`connect the server's certificate and its CAs: RACDCERT ID(${owner}) CONNECT(... RING(${name}))`)],
};
