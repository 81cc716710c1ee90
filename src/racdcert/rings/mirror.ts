/** Certificates mirror the rings they are in: which changes say nothing else. */
import type { Change } from '../../core/change.ts';
import type { CertificateEntry } from '../../core/entities.ts';
import type { StoreView } from '../../core/view.ts';

/** True for a certificate that is put only because a ring changed: its own profile says nothing new. */
export async function isMirrorOnly(view: StoreView, change: Change): Promise<boolean> {
  if (change.action !== 'put' || change.entity.kind !== 'certificate') return false;
  const before = await view.certificate(change.entity.owner, change.entity.label);
  return before !== null && sameButForRings(before, change.entity);
}

function sameButForRings(a: CertificateEntry, b: CertificateEntry): boolean {
  return (
    a.status === b.status &&
    a.keyId === b.keyId &&
    a.pkdsLabel === b.pkdsLabel &&
    a.tokenKey?.token === b.tokenKey?.token &&
    a.tokenKey?.id === b.tokenKey?.id &&
    a.modulusExponent === b.modulusExponent &&
    a.lastSerial === b.lastSerial &&
    a.requested === b.requested &&
    Buffer.compare(a.der, b.der) === 0
  );
}
