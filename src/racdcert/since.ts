/** Keywords that came with a later release than the one in force. */
import { atLeast, type Release } from '../core/release.ts';
import { problem } from '../tso/problem.ts';
import { say } from './messages.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Refused as any unknown word is, and the operator is told since when it is one; null when the level knows it. */
export function refuseBefore(since: Release, level: Release, keyword: string, written = keyword): Refusal | null {
  if (atLeast(level, since)) return null;
  return refuse(problem(0, 'IKJ56712I', { keyword: written }).message, say('RNGT035I', { keyword, level: since }));
}
