/** Which certificate of a ring to make its default. */
import { hasPrivateKey } from '../../core/entities.ts';
import type { AuditContext, RingMember, RingSubject } from '../subject.ts';
import { keyInstead } from './need.ts';

/** The best with a key: trusted, in its time, with a key that TLS 1.3 takes, and the newest of those. */
export function bestDefault(ring: RingSubject, context: AuditContext): RingMember | null {
  const able = ring.members.filter(
    ({ connection, entry }) => connection.usage === 'PERSONAL' && entry !== null && hasPrivateKey(entry),
  );
  const [first, ...others] = able;
  if (first === undefined) return null;
  return others.reduce((best, member) => (isBetter(member, best, context) ? member : best), first);
}

function isBetter(one: RingMember, other: RingMember, context: AuditContext): boolean {
  const left = merits(one, context);
  const right = merits(other, context);
  const differing = left.findIndex((merit, index) => merit !== right[index]);
  return differing !== -1 && (left[differing] ?? 0) > (right[differing] ?? 0);
}

/** Weightiest first. */
function merits({ entry, certificate }: RingMember, { now, profile }: AuditContext): readonly number[] {
  if (entry === null || certificate === null) return [];
  const { notBefore, notAfter, publicKey } = certificate;
  const inTime = notBefore.getTime() <= now.getTime() && notAfter.getTime() + 1000 > now.getTime();
  return [
    Number(inTime),
    Number(entry.status !== 'NOTRUST'),
    Number(keyInstead(publicKey, profile) === null),
    notBefore.getTime(),
    notAfter.getTime(),
  ];
}
