/**
 * Whether one certificate may take another's place: what ROLLOVER looks at unless FORCE is given.
 *
 * RACF Command Language Reference, "RACDCERT ROLLOVER"; which of its checks RACF names how is not known.
 */
import { hasPrivateKey, type CertificateEntry } from '../core/entities.ts';
import type { Message } from '../core/message.ts';
import { sameCertificate } from '../core/owner.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { say } from './messages.ts';
import { refuse, type Refusal } from './refusal.ts';
import { certificateOf } from './stored-certificate.ts';

/** The refusal, with its reason for standard error; null for a successor as REKEY makes it. */
export function refuseSuccessor(old: CertificateEntry, successor: CertificateEntry): Refusal | null {
  const reason = reasonAgainst(old, successor);
  return reason && refuse(say('RNGT015I', {}), reason);
}

function reasonAgainst(old: CertificateEntry, successor: CertificateEntry): Message | null {
  if (sameCertificate(old, successor)) return say('RNGT072I', {});
  if (!hasPrivateKey(old)) return say('RNGT073I', {});
  if (!hasPrivateKey(successor)) return say('RNGT074I', {});
  return nameOf(old) === nameOf(successor) ? null : say('RNGT075I', {});
}

function nameOf(entry: CertificateEntry): string {
  return nameMatchKey(certificateOf(entry).subject.der);
}
