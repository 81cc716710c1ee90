/**
 * Values of expressions, and what filters, tests and comparisons make of them.
 *
 * Jinja, "List of Builtin Filters", "List of Builtin Tests". Every scalar is a text, as it is pasted into a command;
 * what is true and what is not, is told by the words YAML has for it.
 */
import { LIMITS } from '../core/limits.ts';

/** A value of a variable: a text, or a list or map of values. */
export type Value = string | readonly Value[] | ReadonlyMap<string, Value>;

export type Evaluated =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'unset'; readonly name: string }
  /** `later`: only running tells. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly later?: true };

/** What a variable holds; `unset` where it has no value. */
export type Lookup = (name: string) => Evaluated;

/** A look-up of plain values: as typed, else in any case, else with _ or - for the blanks of a name. */
export function lookupIn(symbols: ReadonlyMap<string, string>): Lookup {
  const folded = new Map([...symbols].map(([name, each]) => [fold(name), each]));
  return (name) => {
    const found = symbols.get(name) ?? folded.get(fold(name));
    return found === undefined ? { kind: 'unset', name } : value(found);
  };
}

function fold(name: string): string {
  return name.toUpperCase().replace(/[ -]/g, '_');
}

export function value(of: Value): Evaluated {
  return { kind: 'value', value: of };
}

/** Tells a map from a list; `Array.isArray` does not narrow a list that cannot be written to. */
export function isMap(of: Value): of is ReadonlyMap<string, Value> {
  return of instanceof Map;
}

/** Null where it is neither: any other text. */
export function truthOf(of: Value): boolean | null {
  if (typeof of !== 'string') return (isMap(of) ? of.size : of.length) > 0;
  if (/^(?:true|yes|on|1)$/i.test(of)) return true;
  return /^(?:false|no|off|0|)$/i.test(of) ? false : null;
}

export function not(of: Evaluated): Evaluated {
  if (of.kind !== 'value') return of;
  const truth = truthOf(of.value);
  return truth === null ? unknown('a condition is neither true nor false') : said(!truth);
}

export function memberOf(of: Value, key: string, path: string): Evaluated {
  const unset: Evaluated = { kind: 'unset', name: path };
  if (typeof of === 'string') return unset;
  const member = isMap(of) ? of.get(key) : /^\d+$/.test(key) ? of[Number(key)] : undefined;
  return member === undefined ? unset : value(member);
}

/** `~` and `+`. */
export function joined(left: Evaluated, right: Evaluated): Evaluated {
  if (left.kind !== 'value') return left;
  if (right.kind !== 'value') return right;
  if (typeof left.value !== 'string' || typeof right.value !== 'string') return unknown('only texts can be joined');
  if (left.value.length + right.value.length > LIMITS.commandLength) return unknown('the text is too long');
  return value(left.value + right.value);
}

export function compared(sign: string, left: Evaluated, right: Evaluated): Evaluated {
  if (left.kind !== 'value') return left;
  if (right.kind !== 'value') return right;
  const [a, b] = [left.value, right.value];
  if (typeof a !== 'string' || typeof b !== 'string') return unknown('only texts can be compared');
  if (sign === '==' || sign === '!=') return said((a === b) === (sign === '=='));
  if (!/^\d{1,15}$/.test(a) || !/^\d{1,15}$/.test(b)) return unknown('only whole numbers have an order here');
  const difference = Number(a) - Number(b);
  if (difference === 0) return said(sign.endsWith('='));
  return said(difference < 0 === sign.startsWith('<'));
}

/** `in`: part of a text, item of a list, key of a map. */
export function contained(what: Evaluated, where: Evaluated): Evaluated {
  if (what.kind !== 'value') return what;
  if (where.kind !== 'value') return where;
  const part = what.value;
  if (typeof part !== 'string') return unknown('only texts can be looked for');
  if (typeof where.value === 'string') return said(where.value.includes(part));
  return said(isMap(where.value) ? where.value.has(part) : where.value.includes(part));
}

/** `is name(given)`. */
export function tested(name: string, of: Evaluated, given: readonly Evaluated[]): Evaluated {
  if (of.kind === 'unknown') return of;
  if (name === 'defined' || name === 'undefined') return said((of.kind === 'value') === (name === 'defined'));
  if (of.kind === 'unset') return of;
  const result = RESULT_TESTS.get(name);
  if (result !== undefined && typeof of.value !== 'string' && isMap(of.value)) {
    return said((truthOf(of.value.get(result.key) ?? '') === true) === result.holds);
  }
  const [pattern] = given;
  if ((name === 'search' || name === 'match') && pattern !== undefined && typeof of.value === 'string') {
    if (pattern.kind !== 'value') return pattern;
    // Without signs of regular expressions: to search by those of others is no business of ours.
    if (typeof pattern.value === 'string' && /^[\w :,'-]*$/.test(pattern.value)) {
      return said(name === 'search' ? of.value.includes(pattern.value) : of.value.startsWith(pattern.value));
    }
  }
  return unknown(`the test ${name} is not emulated here`);
}

/** Tests of what a task has come to (Ansible, "Tests"). */
const RESULT_TESTS: ReadonlyMap<string, { readonly key: string; readonly holds: boolean }> = new Map([
  ['failed', { key: 'failed', holds: true }],
  ['failure', { key: 'failed', holds: true }],
  ['succeeded', { key: 'failed', holds: false }],
  ['success', { key: 'failed', holds: false }],
  ['skipped', { key: 'skipped', holds: true }],
  ['changed', { key: 'changed', holds: true }],
]);

type Filter = (of: Value, given: readonly Value[]) => Value | null;

/** Null where a filter cannot be applied. */
const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['upper', (of) => (typeof of === 'string' ? of.toUpperCase() : null)],
  ['lower', (of) => (typeof of === 'string' ? of.toLowerCase() : null)],
  ['trim', (of) => (typeof of === 'string' ? of.trim() : null)],
  ['string', (of) => (typeof of === 'string' ? of : null)],
  ['int', (of) => (typeof of === 'string' && /^-?\d{1,15}$/.test(of.trim()) ? String(Number(of)) : null)],
  ['bool', (of) => (typeof of === 'string' ? (truthOf(of) === true ? 'True' : 'False') : null)],
  ['list', (of) => (typeof of === 'string' || isMap(of) ? null : of)],
  ['first', (of) => (typeof of === 'string' || isMap(of) ? null : (of[0] ?? null))],
  ['last', (of) => (typeof of === 'string' || isMap(of) ? null : (of.at(-1) ?? null))],
  ['length', (of) => String(typeof of === 'string' ? of.length : isMap(of) ? of.size : of.length)],
  ['join', (of, [between = '']) => jointOf(of, between)],
  ['product', (of, [other]) => pairsOf(of, other)],
]);

function jointOf(of: Value, between: Value): Value | null {
  if (typeof of === 'string' || isMap(of) || typeof between !== 'string') return null;
  const texts = of.filter((each) => typeof each === 'string');
  const text = texts.length === of.length ? texts.join(between) : null;
  return text !== null && text.length <= LIMITS.commandLength ? text : null;
}

/** Items of two lists; more pairs nobody loops over. */
const PAIRS = 1_000;

function pairsOf(of: Value, other: Value | undefined): Value | null {
  if (typeof of === 'string' || isMap(of) || other === undefined || typeof other === 'string' || isMap(other))
    return null;
  if (of.length * other.length > PAIRS) return null;
  return of.flatMap((first) => other.map((second) => [first, second]));
}

export function filtered(name: string, to: Evaluated, given: readonly Evaluated[]): Evaluated {
  if (to.kind === 'unknown') return to;
  const [first] = given;
  if ((name === 'default' || name === 'd') && first !== undefined) {
    // The second argument has an empty value replaced as well.
    const empty = given.length > 1 && to.kind === 'value' && to.value === '';
    return to.kind === 'unset' || empty ? first : to;
  }
  if (to.kind === 'unset') return to;
  const values: Value[] = [];
  for (const each of given) {
    if (each.kind !== 'value') return each;
    values.push(each.value);
  }
  const result = FILTERS.get(name)?.(to.value, values) ?? null;
  return result === null ? unknown(`the filter ${name} is not emulated here`) : value(result);
}

function said(holds: boolean): Evaluated {
  return value(holds ? 'True' : 'False');
}

function unknown(reason: string): Evaluated {
  return { kind: 'unknown', reason };
}
