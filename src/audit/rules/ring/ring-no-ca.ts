/** Without any CA a ring can validate nobody; that each chain is whole is the business of `chain-incomplete`. */
import { DOES_NOT_APPLY, fail, PASS } from '../../../findings/rule.ts';
import { byHand } from '../../mend/racdcert.ts';
import type { RingRule } from '../../subject.ts';

export const noAuthority: RingRule = {
  id: 'ring-no-ca',
  title: 'No CA in the ring',
  severity: 'error',
  citation: 'System SSL Programming, SSL function return codes, 109',
  subject: 'ring',
  zos: { code: 109, also: [8, 435], because: 'no certificate is connected as CERTAUTH', confidence: 'deduced' },
  applies: ({ members, virtual }) => !virtual && members.length > 0,
  check({ members }) {
    const trusted = members.filter(({ connection }) => connection.usage !== 'PERSONAL');
    if (trusted.length > 0 && trusted.every(({ entry }) => entry === null)) return DOES_NOT_APPLY;
    return trusted.length > 0
      ? PASS
      : fail('no certificate of the ring is connected as a CA, so no partner can be validated');
  },
  mend: ({ owner, name }) => [
    byHand(`connect the CAs: RACDCERT ID(${owner}) CONNECT(CERTAUTH LABEL('...') RING(${name}) USAGE(CERTAUTH))`),
  ],
};
