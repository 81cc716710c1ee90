/** Ring owners and ring names as ring functions use them. */
import { RingtoolError } from '../../core/errors.ts';
import type { Owner } from '../../core/owner.ts';

/**
 * RACF cuts ring names so that the message fits one line: about 200 characters in IRRD114I, in IRRD116I what its
 * other inserts leave (RACF Messages and Codes). Where a line ends is assumed to be the same for both.
 */
const SHOWN_LENGTH = 200;
/** Of IRRD116I without its inserts, beyond that of IRRD114I. */
const MORE_WORDS = 'Label  does not exist in ring  for user .'.length - 'Ring  does not exist.'.length;

/** The user who owns the ring. The runner has refused CERTAUTH and SITE (IRRD120I) before a function runs. */
export function ringOwner(owner: Owner): string {
  if (owner.kind === 'user') return owner.id;
  throw new RingtoolError('internal/unreachable', `a ring of ${owner.kind}`);
}

/** A ring name for a message that has no other insert. */
export function shownRing(name: string): string {
  return name.slice(0, SHOWN_LENGTH);
}

/** A ring name for IRRD116I, which names the certificate and the user as well. */
export function shownRingBeside(name: string, label: string, user: string): string {
  return name.slice(0, SHOWN_LENGTH - MORE_WORDS - label.length - user.length);
}
