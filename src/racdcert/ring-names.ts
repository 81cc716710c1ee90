/** Ring owners and ring names as ring functions use them. */
import { RingtoolError } from '../core/errors.ts';
import type { Owner } from '../core/owner.ts';

/** Longest part of a ring name in a message: RACF cuts it so that the message fits one line. */
const SHOWN_LENGTH = 200;

/** The user who owns the ring. The runner has refused CERTAUTH and SITE (IRRD120I) before a function runs. */
export function ringOwner(owner: Owner): string {
  if (owner.kind === 'user') return owner.id;
  throw new RingtoolError('internal/unreachable', `a ring of ${owner.kind}`);
}

/** A ring name for a message. */
export function shownRing(name: string): string {
  return name.slice(0, SHOWN_LENGTH);
}
