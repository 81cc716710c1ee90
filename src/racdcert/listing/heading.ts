/** First lines of listings. */
import type { Owner } from '../../core/owner.ts';
import { ownerPhrase } from '../owner-phrase.ts';

export function certificateHeading(owner: Owner): string {
  return `Digital certificate information for ${ownerPhrase(owner)}:`;
}

export function ringHeading(user: string): string {
  return `Digital ring information for user ${user}:`;
}
