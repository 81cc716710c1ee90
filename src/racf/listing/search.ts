/** Names that SEARCH has found, as it prints them and as data. */
import { shownName } from './resource-profile.ts';

/** One a line, generic ones marked. */
export function searchLines(names: readonly string[]): readonly string[] {
  return names.map(shownName);
}

/** docs/json.md, "ringtool-search". */
export function searchData(className: string, names: readonly string[]): unknown {
  return { format: 'ringtool-search', version: 1, class: className, names };
}
