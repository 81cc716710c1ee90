/** Who signs the certificate that takes an old one's place, and until when it may last. */
import { ownerText } from '../../core/owner.ts';
import type { MendStep } from '../../findings/rule.ts';
import type { AuditContext, CertificateSubject, Origin, Signer, StoreAddress } from '../subject.ts';
import { keyInstead } from './need.ts';
import { byHand, successorLabel } from './racdcert.ts';

export type Signing = {
  /** What must be done or filled in before. */
  readonly before: readonly MendStep[];
  /** A date, `yyyy-mm-dd`. */
  readonly end: string;
} & (
  | { readonly by: 'itself' | 'issuer' | 'your CA'; readonly signer: StoreAddress }
  /** The key that signs is not in the store. */
  | { readonly by: 'outside' }
);

/** `at` is where the new certificate will be; one that signs itself does so with the key there. */
export function signingOf(
  subject: CertificateSubject,
  origin: Extract<Origin, { kind: 'store' }>,
  at: StoreAddress,
  signedByCa: boolean,
  context: AuditContext,
): Signing {
  const end = usualEnd(subject, context);
  if (signedByCa) return { by: 'your CA', signer: YOUR_CA, before: [YOUR_CA_HINT], end };
  if (subject.selfSigned !== 'no') return { by: 'itself', signer: at, before: [], end };
  const { signer } = origin;
  if (!signer?.hasKey) return { by: 'outside', before: [], end };
  return { by: 'issuer', ...whenRenewed(signer, end, context) };
}

const YOUR_CA: StoreAddress = { owner: { kind: 'certauth' }, label: 'YOUR CA', hasKey: true };
const YOUR_CA_HINT = byHand(
  "put your CA's label in the place of YOUR CA; or leave it self-signed, and connect it with USAGE(CERTAUTH) in the partner's ring",
);

/** An issuer with findings of its own is mended first: it may then have another label, and a later end. */
function whenRenewed(
  signer: Signer,
  end: string,
  { now, profile }: AuditContext,
): { readonly signer: StoreAddress; readonly before: readonly MendStep[]; readonly end: string } {
  const name = `${ownerText(signer.owner)} ${signer.label}`;
  const how = `by its own mend, above or in ringtool audit '${virtualRing(signer)}'`;
  if (keyInstead(signer.certificate.publicKey, profile) !== null) {
    const label = signer.successor ?? successorLabel(signer.label);
    const before = [byHand(`first its issuer, ${name}, needs its new key under the label ${label}: ${how}`)];
    return { signer: { ...signer, label }, before, end };
  }
  const last = signer.certificate.notAfter;
  if (last.getTime() <= now.getTime()) {
    return { signer, before: [byHand(`first renew its issuer, ${name}, which has expired: ${how}`)], end };
  }
  // What outlives its issuer is worth nothing; a day less, for dates on a command are local ones.
  const before = new Date(last.getTime() - 86_400_000);
  const bound = (before.getTime() > now.getTime() ? before : last).toISOString().slice(0, 10);
  return { signer, before: [], end: bound < end ? bound : end };
}

function virtualRing({ owner }: Signer): string {
  switch (owner.kind) {
    case 'certauth':
      return '*AUTH*/*';
    case 'site':
      return '*SITE*/*';
    case 'user':
      return `${owner.id}/*`;
  }
}

/** A year for a leaf, ten for a CA: what their owners usually want, and easily changed. */
function usualEnd({ role }: CertificateSubject, { now }: AuditContext): string {
  const end = new Date(now.getTime());
  end.setUTCFullYear(end.getUTCFullYear() + (role === 'leaf' ? 1 : 10));
  return end.toISOString().slice(0, 10);
}
