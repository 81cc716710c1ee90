/** Certificates whose time has passed do harm in a ring: as the default, or as the issuer that is found first. */
import { hasPrivateKey } from '../../../core/entities.ts';
import { fail, PASS } from '../../../findings/rule.ts';
import { byHand, remove } from '../../mend/racdcert.ts';
import { namesOf } from '../../ring-names.ts';
import type { AuditContext, RingMember, RingRule } from '../../subject.ts';

export const expiredInRing: RingRule = {
  id: 'ring-expired',
  title: 'Expired certificate in the ring',
  severity: 'warning',
  citation: 'System SSL Programming, SSL function return codes, 401',
  subject: 'ring',
  zos: { code: 401, because: 'a certificate of the ring has expired', confidence: 'documented' },
  applies: ({ members, virtual }) => !virtual && members.length > 0,
  check({ members }, context) {
    const old = members.filter((member) => isExpired(member, context));
    return old.length === 0 ? PASS : fail(`expired: ${namesOf(old)}; renew each or remove it from the ring`);
  },
  mend(ring, context) {
    const old = ring.members.filter((member) => isExpired(member, context));
    // Taking out what a server still presents would stop it sooner than the expiry does.
    const own = old.filter(({ entry }) => entry !== null && hasPrivateKey(entry));
    return [
      ...(own.length === 0 ? [] : [byHand(`renew, do not remove: ${namesOf(own)}`)]),
      ...old
        .filter((member) => !own.includes(member))
        .map(({ connection }) => remove(ring, connection.owner, connection.label)),
    ];
  },
};

function isExpired({ certificate }: RingMember, { now }: AuditContext): boolean {
  return certificate !== null && certificate.notAfter.getTime() + 1000 <= now.getTime();
}
