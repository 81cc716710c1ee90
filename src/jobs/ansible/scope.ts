/**
 * Variables of a playbook where a task stands: those given from outside, then facts, then the nearest, then those
 * around.
 *
 * Ansible, "Using variables", precedence: extra variables win always, then what `set_fact` and `register` hold; a
 * variable's own templates are filled in when it is used.
 */
import { LIMITS } from '../../core/limits.ts';
import { type Evaluated, evaluate, isMap, type Lookup, lookupIn, type Value } from '../jinja.ts';
import type { YamlMap, YamlNode } from './yaml.ts';

/** Variables inside variables. */
const DEPTH = 20;
/** Variables looked at in one document: those that stand for several others multiply. */
const LOOKUPS = 200_000;

/** A variable as written, as given, or known only when the play runs (`register`). */
type Held = YamlNode | { readonly kind: 'given'; readonly value: Value } | { readonly kind: 'later' };

export interface Scope {
  readonly lookup: Lookup;
  /** Defines a variable inside this scope. */
  define(name: string, held: Held): void;
  /** Defines one that holds from here on, wherever it is looked for (`set_fact`, `register`). */
  fact(name: string, held: Held): void;
  /** A scope inside this one, with the variables of a map, which stands in `file`. */
  inner(variables: YamlMap | null, file: string): Scope;
  /** The same scope with variables that all others come before. */
  behind(variables: YamlMap, file: string): Scope;
  /** A text or tree with its templates filled in. */
  valueOf(node: YamlNode): Evaluated;
  /** The list that a variable is written as, and its file; null when it is none. */
  listIn(name: string): { readonly items: readonly YamlNode[]; readonly file: string } | null;
  /** Something was looked for, in this scope or one around or inside, that only running tells. */
  readonly open: boolean;
}

export function outerScope(symbols: ReadonlyMap<string, string>): Scope {
  return scopeIn(lookupIn(symbols), [], { left: LOOKUPS, depth: 0, open: false, facts: new Map() }, '');
}

interface Shared {
  left: number;
  depth: number;
  open: boolean;
  readonly facts: Map<string, Held>;
}

interface Frame {
  readonly held: Map<string, Held>;
  readonly file: string;
}

function scopeIn(given: Lookup, around: readonly Frame[], shared: Shared, file: string): Scope {
  const own: Frame = { held: new Map(), file };
  const frames = [own, ...around];

  function lookup(name: string): Evaluated {
    const outside = given(name);
    if (outside.kind === 'value') return outside;
    const held = shared.facts.get(name) ?? frames.find((frame) => frame.held.has(name))?.held.get(name);
    if (held === undefined) return outside;
    if (held.kind === 'given') return { kind: 'value', value: held.value };
    if (held.kind !== 'later') return filledIn(held);
    shared.open = true;
    return { kind: 'unknown', reason: `${name} is known only when the play runs`, later: true };
  }

  function filledIn(node: YamlNode): Evaluated {
    if (--shared.left < 0) return { kind: 'unknown', reason: 'variables stand for too many others' };
    if (shared.depth > DEPTH) return { kind: 'unknown', reason: 'a variable stands for itself' };
    shared.depth++;
    try {
      return node.kind === 'text' ? template(node.text, lookup) : treeOf(node);
    } finally {
      shared.depth--;
    }
  }

  function treeOf(node: Exclude<YamlNode, { kind: 'text' }>): Evaluated {
    const list: Value[] = [];
    const map = new Map<string, Value>();
    for (const each of node.kind === 'list' ? node.items : node.entries) {
      const inside = 'key' in each ? each.value : each;
      const found = filledIn(inside);
      if (found.kind !== 'value') return found;
      if ('key' in each) map.set(each.key, found.value);
      else list.push(found.value);
    }
    return { kind: 'value', value: node.kind === 'list' ? list : map };
  }

  return {
    lookup,
    valueOf: filledIn,
    define(name, held) {
      own.held.set(name, held);
    },
    fact(name, held) {
      shared.facts.set(name, held);
    },
    listIn(name) {
      if (given(name).kind === 'value' || shared.facts.has(name)) return null;
      const frame = frames.find((each) => each.held.has(name));
      const held = frame?.held.get(name);
      return frame !== undefined && held?.kind === 'list' ? { items: held.items, file: frame.file } : null;
    },
    behind(variables, inFile) {
      const last: Frame = { held: new Map(variables.entries.map(({ key, value }) => [key, value])), file: inFile };
      return scopeIn(given, [...frames, last], shared, file);
    },
    get open() {
      return shared.open;
    },
    inner(variables, inFile) {
      const scope = scopeIn(given, frames, shared, inFile);
      for (const { key, value } of variables?.entries ?? []) scope.define(key, value);
      return scope;
    },
  };
}

const WHOLE = /^\s*\{\{([^{}]*)\}\}\s*$/;

/** Fills in the templates of a text; one that is nothing but a template may be a list or a map. */
function template(text: string, lookup: Lookup): Evaluated {
  if (/\{[%#]/.test(text)) return { kind: 'unknown', reason: 'statements of templates are not emulated' };
  const whole = WHOLE.exec(text);
  if (whole !== null) return evaluate(whole[1] ?? '', lookup);
  let failed: Evaluated | null = null;
  let length = text.length;
  const filled = text.replace(/\{\{([^{}]*)\}\}/g, (_, inner: string) => {
    if (failed !== null) return '';
    const found = evaluate(inner, lookup);
    if (found.kind !== 'value') failed = found;
    else if (typeof found.value !== 'string') failed = { kind: 'unknown', reason: 'a list or map stands in a text' };
    else if (length + found.value.length > LIMITS.commandLength)
      failed = { kind: 'unknown', reason: 'the text is too long' };
    else {
      length += found.value.length;
      return found.value;
    }
    return '';
  });
  return failed ?? { kind: 'value', value: filled };
}

/** The texts or trees of a list; null when it is none. */
export function listOf(value: Value): readonly Value[] | null {
  return typeof value === 'string' || isMap(value) ? null : value;
}
