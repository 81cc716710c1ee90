/** First lines of listings. */
import type { MappingOwner, Owner } from '../../core/owner.ts';
import { ownerPhrase } from '../owner-phrase.ts';

export function certificateHeading(owner: Owner): string {
  return `Digital certificate information for ${ownerPhrase(owner)}:`;
}

export function ringHeading(user: string): string {
  return `Digital ring information for user ${user}:`;
}

/** The form for a user is assumed from the one for MULTIID. */
export function mappingHeading(owner: MappingOwner): string {
  return `Mapping information for ${owner.kind === 'user' ? ownerPhrase(owner) : 'MULTIID'}:`;
}
