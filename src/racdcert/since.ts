/** What came with a later release than the one in force. */
import { atLeast, type Release } from '../core/release.ts';
import { problem } from '../tso/problem.ts';
import { say } from './messages.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Refused as any unknown word is, and the operator is told since when it is one; null when the level knows it. */
export function refuseBefore(since: Release, level: Release, keyword: string, written = keyword): Refusal | null {
  if (atLeast(level, since)) return null;
  return refuse(problem(0, 'IKJ56712I', { keyword: written }).message, say('RNGT035I', { keyword, level: since }));
}

/** LISTCHAIN, and CHECKCERT as the lister of chains (z/OS Summary of interface changes 2.1). */
export const CHAINS_SINCE: Release = '2.1';

/** CHECKCERT shows the mapping that a certificate would hit. */
export const MAPPING_SHOWN_SINCE: Release = '2.2';

/**
 * The mark of a certificate that a request was made from (field CERTGREQ), which DELETE minds: z/OS Summary of
 * interface changes 2.1, "RACF database templates".
 */
export const MARKED_SINCE: Release = '2.1';
