/**
 * Name filters: the end of a distinguished name in the form of listings, from one of its parts on.
 *
 * RACF Command Language Reference, "RACDCERT MAP", SDNFILTER and IDNFILTER. A filter begins where a part of the name
 * begins: a period inside a value is no beginning, so nobody can put the name of another into a value of his own.
 */
import { nameParts, type Name } from '../../x509/name.ts';
import { ATTRIBUTE_OIDS } from '../../x509/oids.ts';
import { say } from '../messages.ts';
import { FILTER_LENGTH } from '../operands.ts';
import { refuse, type Refusal } from '../refusal.ts';

export type FilterKeyword = 'SDNFILTER' | 'IDNFILTER';

/** What a filter may begin with, before the equal sign. The manual's exact list is not known: liberal on purpose. */
export const FILTER_PREFIXES: readonly string[] = [...Object.keys(ATTRIBUTE_OIDS), 'ST', 'S', 'MAIL', 'E'];

/** Types of names that listings have no word for stand there as numbers. */
const DOTTED = /^\d+(\.\d+)+$/;

/** True when the text begins like a part of a name: `OU=`. In upper case, as listings have it. */
export function beginsWithPrefix(text: string): boolean {
  const end = text.indexOf('=');
  if (end === -1) return false;
  const prefix = text.slice(0, end);
  return FILTER_PREFIXES.includes(prefix) || DOTTED.test(prefix);
}

/** Every filter that fits the name, the whole name first, each next one without the most specific part. */
export function filtersOf(name: Name): readonly string[] {
  const parts = nameParts(name);
  const filters: string[] = [];
  for (const part of parts.toReversed()) {
    const tail = filters.at(-1);
    filters.push(tail === undefined ? part : `${part}.${tail}`);
  }
  return filters.reverse();
}

/** How many parts of the name the filter leaves open: 0 for the whole name; null when it does not fit. */
export function partsLeftOpen(filter: string, name: Name): number | null {
  const open = filtersOf(name).indexOf(filter);
  return open === -1 ? null : open;
}

export interface FilterFromModel {
  readonly filter: string;
  /** It is not the whole name. */
  readonly partial: boolean;
}

/** The name of a model certificate from the first part on that begins with `start`. */
export function filterFrom(name: Name, start: string, keyword: FilterKeyword): FilterFromModel | Refusal {
  const filters = filtersOf(name);
  const at = filters.findIndex((each) => each.startsWith(start));
  const filter = filters[at];
  if (filter === undefined) return refuse(say('IRRD141I', { filter: keyword }));
  if (filter.length > FILTER_LENGTH) return refuse(say('IRRD142I', { filter: keyword }));
  return { filter, partial: at > 0 };
}
