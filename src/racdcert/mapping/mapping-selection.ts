/**
 * Which mapping of an owner is meant: by label, or the only one there is.
 *
 * RACF Command Language Reference, "RACDCERT ALTMAP" and "RACDCERT DELMAP".
 */
import type { MappingEntry } from '../../core/entities.ts';
import type { MappingOwner } from '../../core/owner.ts';
import type { StoreView } from '../../core/view.ts';
import { group, label, optional } from '../../tso/declare.ts';
import { say } from '../messages.ts';
import { refuse, type Refusal } from '../refusal.ts';

/** What ALTMAP, DELMAP and LISTMAP take in their parentheses. */
export const whichMapping = () => optional(group({ LABEL: label() }));

export type WhichMapping = { readonly LABEL?: string } | null;

/** All mappings of the owner that are meant, in order of addition. */
export async function mappingsMeant(
  view: StoreView,
  owner: MappingOwner,
  which: WhichMapping,
): Promise<readonly MappingEntry[]> {
  if (which?.LABEL === undefined) return await view.mappingsOf(owner);
  const named = await view.mapping(owner, which.LABEL);
  return named === null ? [] : [named];
}

/** Exactly one, or the refusal that says why there is none. */
export async function oneMapping(
  view: StoreView,
  owner: MappingOwner,
  which: WhichMapping,
): Promise<MappingEntry | Refusal> {
  const [only, second] = await mappingsMeant(view, owner, which);
  if (only === undefined) return refuse(say('RNGT017I', {}));
  return second === undefined ? only : refuse(say('RNGT057I', {}));
}
