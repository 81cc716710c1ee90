/**
 * Certificates in rings. A ring lists its certificates, and each certificate mirrors the rings it is in, so
 * every change here touches both sides.
 *
 * RACF Security Administrator's Guide, "RACF and key rings".
 */
import { put, type Change, type ChangeSet } from '../../core/change.ts';
import type { CertificateEntry, Connection, RingEntry, Usage } from '../../core/entities.ts';
import { unreachable } from '../../core/errors.ts';
import { sameCertificate, type CertificateRef, type Owner, type RingRef } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';

/** How a certificate acts in a ring when nobody says: as its own kind. */
export function naturalUsage(owner: Owner): Usage {
  switch (owner.kind) {
    case 'user':
      return 'PERSONAL';
    case 'certauth':
      return 'CERTAUTH';
    case 'site':
      return 'SITE';
    default:
      return unreachable(owner);
  }
}

/**
 * Both sides after connecting. A certificate that is in the ring already keeps its place, and gets the new
 * usage and default flag; the default flag leaves the certificate that had it.
 */
export function connect(
  ring: RingEntry,
  certificate: CertificateEntry,
  how: { readonly usage: Usage; readonly default: boolean },
): ChangeSet {
  const { owner, label } = certificate;
  const connection: Connection = { owner, label, ...how };
  const known = ring.connections.some((each) => sameCertificate(each, certificate));
  const replaced = known
    ? ring.connections.map((each) => (sameCertificate(each, certificate) ? connection : each))
    : [...ring.connections, connection];
  const connections = how.default
    ? replaced.map((each) => (each === connection ? each : { ...each, default: false }))
    : replaced;
  const mirrored = certificate.rings.some((each) => sameRing(each, ring));
  const rings = mirrored ? certificate.rings : [...certificate.rings, { owner: ring.owner, name: ring.name }];
  return [put({ ...ring, connections }), put({ ...certificate, rings })];
}

/** Both sides after removing; null when the certificate is not in the ring. */
export function disconnect(ring: RingEntry, certificate: CertificateEntry): ChangeSet | null {
  const without = withoutConnection(ring, certificate);
  return without === null ? null : [put(without), put(withoutRing(certificate, ring))];
}

/** The ring without this certificate; null when it is not there. */
function withoutConnection(ring: RingEntry, certificate: CertificateRef): RingEntry | null {
  const connections = ring.connections.filter((each) => !sameCertificate(each, certificate));
  return connections.length === ring.connections.length ? null : { ...ring, connections };
}

/** The certificate without this ring in its mirror. */
export function withoutRing(certificate: CertificateEntry, ring: RingRef): CertificateEntry {
  return { ...certificate, rings: certificate.rings.filter((each) => !sameRing(each, ring)) };
}

/** What must change in the rings when a certificate is deleted. */
export async function leaveAllRings(view: StoreView, certificate: CertificateEntry): Promise<ChangeSet> {
  return await changeRings(view, certificate, (ring) => withoutConnection(ring, certificate));
}

/** What must change in the rings when a certificate gets another label: the entry stays, renamed. */
export async function renameInRings(view: StoreView, certificate: CertificateEntry, label: string): Promise<ChangeSet> {
  return await changeRings(view, certificate, (ring) => ({
    ...ring,
    connections: ring.connections.map((each) => (sameCertificate(each, certificate) ? { ...each, label } : each)),
  }));
}

async function changeRings(
  view: StoreView,
  certificate: CertificateEntry,
  change: (ring: RingEntry) => RingEntry | null,
): Promise<ChangeSet> {
  const changes: Change[] = [];
  for (const { owner, name } of certificate.rings) {
    const ring = await view.ring(owner, name);
    const changed = ring === null ? null : change(ring);
    if (changed !== null) changes.push(put(changed));
  }
  return changes;
}

export function sameRing(a: RingRef, b: RingRef): boolean {
  return a.owner === b.owner && a.name === b.name;
}
