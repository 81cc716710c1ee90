/**
 * Generic profile names of general resources: what `%`, `*` and `**` match, and which of several names is the most
 * specific.
 *
 * RACF Command Language Reference, "Profile names for general resources". `%` is one character. `**` as a qualifier
 * is zero or more qualifiers. `*` is one qualifier, or the rest of one; at the end of a name it goes on to the end of
 * the resource (`A.*` takes one qualifier or more, `A*` any characters). RACF variables (`&NAME`) match nothing here.
 */

/** Longest name of a general resource profile. */
export const PROFILE_NAME_LENGTH = 246;

/** One element of a name: a character that stands for itself, or what matches more. */
type Part =
  | { readonly kind: 'character'; readonly character: string }
  /** `%` */
  | { readonly kind: 'one' }
  /** `*` within or as a qualifier that is not the last. */
  | { readonly kind: 'qualifier'; readonly least: 0 | 1 }
  /** `*` at the end of the name. */
  | { readonly kind: 'rest'; readonly least: 0 | 1 }
  /** `**` with the period that joins it to its neighbour. */
  | { readonly kind: 'qualifiers'; readonly period: 'before' | 'after' | 'none' };

export function isGeneric(name: string): boolean {
  return /[%*]/.test(name);
}

/** True when the profile `pattern` protects `resource`; one without generic characters protects its own name only. */
export function covers(pattern: string, resource: string): boolean {
  if (!isGeneric(pattern)) return pattern === resource;
  if (resource.length > PROFILE_NAME_LENGTH || pattern.length > PROFILE_NAME_LENGTH) return false;
  const parts = partsOf(pattern);
  // Which prefixes of the resource the parts so far can match: bounded by both lengths, whatever the pattern.
  let reached: ReadonlySet<number> = new Set([0]);
  for (const part of parts) {
    const next = new Set<number>();
    for (const at of reached) for (const end of ends(part, resource, at)) next.add(end);
    if (next.size === 0) return false;
    reached = next;
  }
  return reached.has(resource.length);
}

function partsOf(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    const begins = at === 0 || pattern.charAt(at - 1) === '.';
    if (begins && /^\*\*(\.|$)/.test(pattern.slice(at, at + 3))) {
      // The period belongs to the qualifiers: A.** protects A as well, and **.A does.
      if (at > 0) {
        parts.pop();
        parts.push({ kind: 'qualifiers', period: 'before' });
        at++;
      } else {
        const alone = pattern.length === 2;
        parts.push({ kind: 'qualifiers', period: alone ? 'none' : 'after' });
        at += alone ? 1 : 2;
      }
    } else if (character === '%') {
      parts.push({ kind: 'one' });
    } else if (character === '*') {
      const last = at === pattern.length - 1;
      const least = begins && pattern !== '*' ? 1 : 0;
      parts.push({ kind: last ? 'rest' : 'qualifier', least });
    } else {
      parts.push({ kind: 'character', character });
    }
  }
  return parts;
}

/** Where a match of `part` that begins at `at` may end. */
function ends(part: Part, resource: string, at: number): readonly number[] {
  switch (part.kind) {
    case 'character':
      return resource.charAt(at) === part.character ? [at + 1] : [];
    case 'one':
      return at < resource.length && resource.charAt(at) !== '.' ? [at + 1] : [];
    case 'qualifier': {
      const period = resource.indexOf('.', at);
      return range(at + part.least, period === -1 ? resource.length : period);
    }
    case 'rest':
      return at + part.least <= resource.length ? [resource.length] : [];
    case 'qualifiers':
      return qualifierEnds(part.period, resource, at);
  }
}

function qualifierEnds(period: 'before' | 'after' | 'none', resource: string, at: number): readonly number[] {
  if (period === 'none') return [resource.length];
  const found = [at];
  if (period === 'after') {
    for (let dot = resource.indexOf('.', at); dot !== -1; dot = resource.indexOf('.', dot + 1)) found.push(dot + 1);
    return found;
  }
  if (resource.charAt(at) !== '.') return found;
  for (let dot = resource.indexOf('.', at + 1); dot !== -1; dot = resource.indexOf('.', dot + 1)) found.push(dot);
  return [...found, resource.length];
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}

/**
 * Orders names, the more specific first: where two differ for the first time, a character of its own goes before `%`,
 * that before `*`, and that before `**`. As RACF is understood to order the generic profiles of a class.
 */
export function bySpecificity(a: string, b: string): number {
  const first = ranksOf(a);
  const second = ranksOf(b);
  for (let at = 0; at < Math.min(first.length, second.length); at++) {
    const difference = (first[at] ?? 0) - (second[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The end of a name: nothing is more specific after a character, nothing less after an asterisk. */
const EXACT_END = -1;
const OPEN_END = 4;

function ranksOf(name: string): readonly number[] {
  const ranks = [...name.matchAll(/\*+|[^*]/g)].map(([part]) =>
    part === '%' ? 1 : part === '*' ? 2 : part.startsWith('*') ? 3 : 0,
  );
  return [...ranks, name.endsWith('*') ? OPEN_END : EXACT_END];
}
