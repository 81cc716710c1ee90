/** What CONNECT and REMOVE name in their parentheses: a ring and a certificate, both of which must exist. */
import type { CertificateEntry, RingEntry } from '../../core/entities.ts';
import type { Owner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import type { Bound } from '../../tso/operand.ts';
import { innerOwner } from '../inner-owner.ts';
import { refuseUndefined } from '../known-users.ts';
import { say } from '../messages.ts';
import type { RING_ENTRY_OPERANDS } from '../operands.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { ringOwner, shownRing } from './ring-names.ts';

export interface RingTarget {
  readonly kind: 'target';
  readonly ring: RingEntry;
  readonly owner: Owner;
  readonly label: string;
  readonly certificate: CertificateEntry | null;
}

/** The ring, which must exist, and the certificate, which may be missing: what that means is the function's to say. */
export async function ringTarget(
  view: StoreView,
  value: Bound<typeof RING_ENTRY_OPERANDS> | null,
  outer: Owner,
): Promise<RingTarget | Refusal> {
  if (value?.LABEL === undefined || value.RING === undefined) return refuse(say('IRRD121I', {}));
  const owner = innerOwner(value, outer);
  const stranger = value.ID === undefined ? null : await refuseUndefined(view, owner);
  if (stranger !== null) return stranger;
  const ring = await view.ring(ringOwner(outer), value.RING);
  if (ring === null) return refuse(say('IRRD114I', { ring: shownRing(value.RING) }));
  const certificate = await view.certificate(owner, value.LABEL);
  return { kind: 'target', ring, owner, label: value.LABEL, certificate };
}
