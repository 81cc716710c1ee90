/** The complaint about symbols and placeholders without a value: all of them at once, before anything runs. */
import { RingtoolError } from '../core/errors.ts';
import type { Unset } from '../jobs/carrier.ts';

/** Most names that one complaint lists, and places of each. */
const LISTED = 50;
const PLACES = 3;

/** Throws `jobs/unset`, naming each that has no value once, with its first places. */
export function requireValues(unset: readonly Unset[]): void {
  if (unset.length === 0) return;
  const names = [...placesByName(unset).values()];
  const listed = names.slice(0, LISTED).map(described);
  if (names.length > LISTED) listed.push(`and ${names.length - LISTED} more`);
  // Where a value cannot be worked out, to give one is no help.
  const wanted = unset.find(({ reason }) => reason === undefined)?.name;
  const way =
    wanted === undefined
      ? 'write out what is meant'
      : `give each a value with --set ${wanted}=VALUE, or all in a file with --vars`;
  throw new RingtoolError('jobs/unset', `no value for ${listed.join(', ')}`, { hint: `nothing was run; ${way}` });
}

function placesByName(unset: readonly Unset[]): ReadonlyMap<string, readonly [Unset, ...Unset[]]> {
  const names = new Map<string, [Unset, ...Unset[]]>();
  for (const each of unset) {
    const name = `${each.name} ${each.reason ?? ''}`;
    const places = names.get(name);
    if (places === undefined) names.set(name, [each]);
    else places.push(each);
  }
  return names;
}

/** `<owner> (a.tso:1, a.tso:4 and 2 more)`. */
function described(places: readonly [Unset, ...Unset[]]): string {
  const [{ text, reason }] = places;
  const lines = [...new Set(places.map(({ file, line }) => `${file}:${line}`))];
  const more = lines.length > PLACES ? ` and ${lines.length - PLACES} more` : '';
  return `${text} (${lines.slice(0, PLACES).join(', ')}${more}${reason === undefined ? '' : `: ${reason}`})`;
}
