/**
 * What stands between {{ and }}: a name or a literal, and simple filters behind bars.
 *
 * Jinja, "Template Designer Documentation": variables, filters. No more of it than task lists use to build
 * commands; what is not understood is said to be so, never guessed.
 */

/** A value of a variable: a text, or a list or map of values. */
export type Value = string | readonly Value[] | ReadonlyMap<string, Value>;

export type Evaluated =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'unset'; readonly name: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** What a variable holds; `unset` where it has no value. */
export type Lookup = (name: string) => Evaluated;

/** A look-up of plain values: as typed, else in any case, else with _ or - for the blanks of a name. */
export function lookupIn(symbols: ReadonlyMap<string, string>): Lookup {
  const folded = new Map([...symbols].map(([name, value]) => [fold(name), value]));
  return (name) => {
    const value = symbols.get(name) ?? folded.get(fold(name));
    return value === undefined ? { kind: 'unset', name } : { kind: 'value', value };
  };
}

function fold(name: string): string {
  return name.toUpperCase().replace(/[ -]/g, '_');
}

const TOKEN = /\s*(?:('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([A-Za-z_][A-Za-z0-9_]*)|(\d+)|([|.,()[\]~]))/y;

type Token = { readonly kind: 'text' | 'name' | 'number' | 'sign'; readonly text: string };

/** Filters that take no argument. */
const FILTERS: ReadonlyMap<string, (text: string) => string> = new Map([
  ['upper', (text) => text.toUpperCase()],
  ['lower', (text) => text.toLowerCase()],
  ['trim', (text) => text.trim()],
  ['string', (text) => text],
]);

/** Evaluates what stands between the braces. */
export function evaluate(source: string, lookup: Lookup): Evaluated {
  const tokens = tokensOf(source);
  if (tokens === null || tokens.length === 0) return notUnderstood(source);
  let at = 0;
  const sign = (text: string): boolean => {
    if (tokens[at]?.kind !== 'sign' || tokens[at]?.text !== text) return false;
    at++;
    return true;
  };

  function primary(): Evaluated {
    const token = tokens?.[at++];
    if (token?.kind === 'text' || token?.kind === 'number') return { kind: 'value', value: token.text };
    if (token?.kind !== 'name') return notUnderstood(source);
    let found = lookup(token.text);
    let path = token.text;
    for (;;) {
      const dot = sign('.');
      if (!dot && !sign('[')) return found;
      const key = tokens?.[at++];
      if (key === undefined || key.kind === 'sign' || (dot && key.kind === 'text')) return notUnderstood(source);
      if (!dot && (!sign(']') || key.kind === 'name')) return notUnderstood(source);
      path += `.${key.text}`;
      if (found.kind === 'value') found = memberOf(found.value, key.text, path);
      else if (found.kind === 'unset') found = { kind: 'unset', name: path };
    }
  }

  function filtered(): Evaluated {
    let result = primary();
    while (sign('|')) {
      const name = tokens?.[at++];
      if (name?.kind !== 'name') return notUnderstood(source);
      const given: Evaluated[] = [];
      if (sign('(') && !sign(')')) {
        do given.push(primary());
        while (sign(','));
        if (!sign(')')) return notUnderstood(source);
      }
      result = applied(name.text, result, given);
    }
    return result;
  }

  let result = filtered();
  while (sign('~')) result = joined(result, filtered());
  return at === tokens.length ? result : notUnderstood(source);
}

function applied(name: string, to: Evaluated, given: readonly Evaluated[]): Evaluated {
  if (to.kind === 'unknown') return to;
  const [first] = given;
  if ((name === 'default' || name === 'd') && first !== undefined) {
    // The second argument has an empty value replaced as well.
    const empty = given.length > 1 && to.kind === 'value' && to.value === '';
    return to.kind === 'unset' || empty ? first : to;
  }
  if (to.kind === 'unset') return to;
  const change = FILTERS.get(name);
  if (change === undefined || given.length > 0 || typeof to.value !== 'string') {
    return { kind: 'unknown', reason: `the filter ${name} is not emulated here` };
  }
  return { kind: 'value', value: change(to.value) };
}

function joined(left: Evaluated, right: Evaluated): Evaluated {
  if (left.kind !== 'value') return left;
  if (right.kind !== 'value') return right;
  if (typeof left.value !== 'string' || typeof right.value !== 'string') {
    return { kind: 'unknown', reason: 'only texts can be joined' };
  }
  return { kind: 'value', value: left.value + right.value };
}

function memberOf(value: Value, key: string, path: string): Evaluated {
  const unset: Evaluated = { kind: 'unset', name: path };
  if (typeof value === 'string') return unset;
  const member = isMap(value) ? value.get(key) : /^\d+$/.test(key) ? value[Number(key)] : undefined;
  return member === undefined ? unset : { kind: 'value', value: member };
}

/** Tells a map from a list; `Array.isArray` does not narrow a list that cannot be written to. */
export function isMap(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

function tokensOf(source: string): readonly Token[] | null {
  const tokens: Token[] = [];
  const text = source.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text);
    if (found === null) return null;
    const [, quoted, name, number, sign] = found;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1).replace(/\\(.)/g, '$1') });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens;
}

function notUnderstood(source: string): Evaluated {
  return { kind: 'unknown', reason: `{{ ${source.trim()} }} is not understood` };
}
