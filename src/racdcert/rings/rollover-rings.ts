/**
 * A successor takes over the rings of a certificate.
 *
 * RACF Command Language Reference, "RACDCERT ROLLOVER": where the old one is connected PERSONAL the new one takes its
 * place; where it acts as CERTAUTH or SITE the new one is added, and the old one stays to check what it signed.
 */
import { put, type Change, type ChangeSet } from '../../core/change.ts';
import type { CertificateEntry, Connection, RingEntry } from '../../core/entities.ts';
import { sameCertificate, type RingRef } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { sameRing } from './connections.ts';

export interface Succession {
  /** The changed rings. */
  readonly rings: ChangeSet;
  /** The rings that each is in afterwards, for its mirror. */
  readonly oldRings: readonly RingRef[];
  readonly newRings: readonly RingRef[];
}

export async function succeedInRings(
  view: StoreView,
  old: CertificateEntry,
  successor: CertificateEntry,
): Promise<Succession> {
  const rings: Change[] = [];
  const left: RingRef[] = [];
  const entered: RingRef[] = [];
  for (const { owner, name } of old.rings) {
    const ring = await view.ring(owner, name);
    const held = ring?.connections.find((each) => sameCertificate(each, old));
    if (ring === null || held === undefined) continue;
    rings.push(put({ ...ring, connections: succeeded(ring, held, successor) }));
    if (held.usage === 'PERSONAL') left.push({ owner, name });
    if (!successor.rings.some((each) => sameRing(each, ring))) entered.push({ owner, name });
  }
  return {
    rings,
    oldRings: old.rings.filter((ring) => !left.some((each) => sameRing(each, ring))),
    newRings: [...successor.rings, ...entered],
  };
}

/** Usage and default are carried over. A successor that was there already is not there twice, and stays the default. */
function succeeded(ring: RingEntry, held: Connection, { owner, label }: CertificateEntry): readonly Connection[] {
  const known = ring.connections.find((each) => sameCertificate(each, { owner, label }));
  const isDefault = held.default || known?.default === true;
  const taking: Connection = { owner, label, usage: held.usage, default: isDefault };
  if (held.usage === 'PERSONAL') {
    return ring.connections.filter((each) => each !== known).map((each) => (each === held ? taking : each));
  }
  const left = ring.connections.map((each) => (held.default ? { ...each, default: false } : each));
  const inPlace = left.map((each) => (sameCertificate(each, taking) ? taking : each));
  return known === undefined ? [...left, taking] : inPlace;
}
