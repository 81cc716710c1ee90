/** NOTRUST certificates are not handed out from a ring: for a handshake they are not there. */
import { fail, PASS } from '../../../findings/rule.ts';
import { alterTrust } from '../../mend/racdcert.ts';
import { namesOf } from '../../ring-names.ts';
import type { RingMember, RingRule } from '../../subject.ts';

export const notrustInRing: RingRule = {
  id: 'ring-notrust',
  title: 'NOTRUST certificate in the ring',
  severity: 'error',
  citation: 'System SSL Programming, SSL function return codes, 6: certificates that are NOTRUST are not returned',
  subject: 'ring',
  zos: {
    code: 6,
    also: [7, 8, 435],
    because: 'a certificate of the ring is NOTRUST and so cannot be seen',
    confidence: 'documented',
  },
  applies: ({ members }) => members.length > 0,
  check({ members }) {
    const invisible = members.filter(isNotTrusted);
    if (invisible.length === 0) return PASS;
    return fail(`NOTRUST, and so invisible to handshakes: ${namesOf(invisible)}`);
  },
  mend: ({ members }) =>
    members.filter(isNotTrusted).map(({ connection }) => alterTrust(connection.owner, connection.label)),
};

function isNotTrusted({ entry }: RingMember): boolean {
  return entry?.status === 'NOTRUST';
}
