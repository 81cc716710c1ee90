/**
 * What stands between {{ and }}, and conditions of tasks: names, literals, operators and simple filters.
 *
 * Jinja, "Template Designer Documentation": variables, filters, tests, comparisons, "If Expression". No more of it
 * than task lists use to build commands; what is not understood is said to be so, never guessed.
 */
import { type JinjaToken, tokensOf } from './jinja-tokens.ts';
import {
  compared,
  contained,
  type Evaluated,
  filtered,
  joined,
  type Lookup,
  memberOf,
  not,
  tested,
  truthOf,
  value,
} from './jinja-values.ts';

export { type Evaluated, isMap, type Lookup, lookupIn, truthOf, type Value } from './jinja-values.ts';

/** Worked out when it is asked for: of `a if x else b` only one side is. */
type Later = () => Evaluated;

/** Parentheses in each other, and `not` after `not`; people write two or three. */
const DEPTH = 32;

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '>', '<=', '>=']);
const CONSTANTS: ReadonlyMap<string, string> = new Map([
  ['true', 'True'],
  ['false', 'False'],
]);
const RESERVED: ReadonlySet<string> = new Set(['if', 'else', 'and', 'or', 'not', 'in', 'is']);

/** Evaluates what stands between the braces. */
export function evaluate(source: string, lookup: Lookup): Evaluated {
  const tokens = tokensOf(source);
  if (tokens === null || tokens.length === 0) return notUnderstood(source);
  const parser = new Parser(tokens, lookup);
  const found = parser.choice();
  return found === null || !parser.atEnd ? notUnderstood(source) : found();
}

/** Reads by precedence; null where the text is not understood. */
class Parser {
  #at = 0;
  #depth = 0;
  readonly #tokens: readonly JinjaToken[];
  readonly #lookup: Lookup;

  constructor(tokens: readonly JinjaToken[], lookup: Lookup) {
    this.#tokens = tokens;
    this.#lookup = lookup;
  }

  get atEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  /** `a if condition else b`; without `else` it is empty where the condition does not hold. */
  choice(): Later | null {
    return this.#deeper(() => {
      const first = this.#either();
      if (first === null || !this.#word('if')) return first;
      const condition = this.#either();
      const other = this.#word('else') ? this.choice() : (): Evaluated => value('');
      if (condition === null || other === null) return null;
      return () => decided(condition(), first, other);
    });
  }

  #either(): Later | null {
    return this.#chain(
      () => this.#both(),
      () => (this.#word('or') ? (first, second) => decided(first(), () => value('True'), second) : null),
    );
  }

  #both(): Later | null {
    return this.#chain(
      () => this.#negation(),
      () => (this.#word('and') ? (first, second) => decided(first(), second, () => value('False')) : null),
    );
  }

  #negation(): Later | null {
    if (!this.#word('not')) return this.#comparison();
    return this.#deeper(() => {
      const found = this.#negation();
      return found === null ? null : () => not(found());
    });
  }

  #comparison(): Later | null {
    const left = this.#sum();
    if (left === null) return null;
    const sign = this.#tokens[this.#at];
    if (sign?.kind === 'sign' && COMPARISONS.has(sign.text)) {
      this.#at++;
      const right = this.#sum();
      return right === null ? null : () => compared(sign.text, left(), right());
    }
    if (this.#word('is')) return this.#test(left);
    const negated = this.#tokens[this.#at + 1]?.text === 'in' && this.#word('not');
    if (!this.#word('in')) return negated ? null : left;
    const right = this.#sum();
    if (right === null) return null;
    return () => (negated ? not(contained(left(), right())) : contained(left(), right()));
  }

  #test(left: Later): Later | null {
    const negated = this.#word('not');
    const name = this.#name();
    if (name === null) return null;
    const given = this.#sign('(') ? this.#list(')') : [];
    if (given === null) return null;
    const found: Later = () =>
      tested(
        name,
        left(),
        given.map((each) => each()),
      );
    return negated ? () => not(found()) : found;
  }

  #sum(): Later | null {
    return this.#chain(
      () => this.#filters(),
      () => (this.#sign('~') || this.#sign('+') ? (first, second) => joined(first(), second()) : null),
    );
  }

  #filters(): Later | null {
    let result = this.#primary();
    while (result !== null && this.#sign('|')) {
      const name = this.#name();
      const given = this.#sign('(') ? this.#list(')') : [];
      if (name === null || given === null) return null;
      const inner = result;
      result = () =>
        filtered(
          name,
          inner(),
          given.map((each) => each()),
        );
    }
    return result;
  }

  #primary(): Later | null {
    const token = this.#tokens[this.#at++];
    if (token?.kind === 'text' || token?.kind === 'number') return () => value(token.text);
    if (token?.kind === 'sign' && token.text === '(') {
      const inside = this.choice();
      return inside !== null && this.#sign(')') ? inside : null;
    }
    if (token?.kind === 'sign' && token.text === '[') {
      const items = this.#list(']');
      return items === null ? null : () => listOf(items);
    }
    if (token?.kind !== 'name' || RESERVED.has(token.text)) return null;
    const constant = CONSTANTS.get(token.text.toLowerCase());
    return constant === undefined ? this.#path(token.text) : () => value(constant);
  }

  /** `name.member[0]['other']`. */
  #path(name: string): Later | null {
    const keys: string[] = [];
    for (;;) {
      const dot = this.#sign('.');
      if (!dot && !this.#sign('[')) break;
      const key = this.#tokens[this.#at++];
      if (key === undefined || key.kind === 'sign' || (dot && key.kind === 'text')) return null;
      if (!dot && (!this.#sign(']') || key.kind === 'name')) return null;
      keys.push(key.text);
    }
    return () => {
      let found = this.#lookup(name);
      let path = name;
      for (const key of keys) {
        path += `.${key}`;
        if (found.kind === 'value') found = memberOf(found.value, key, path);
        else if (found.kind === 'unset') found = { kind: 'unset', name: path };
      }
      return found;
    };
  }

  /** Values up to the closing sign; null where they are not understood. */
  #list(closing: string): readonly Later[] | null {
    const items: Later[] = [];
    if (this.#sign(closing)) return items;
    do {
      const item = this.choice();
      if (item === null) return null;
      items.push(item);
    } while (this.#sign(','));
    return this.#sign(closing) ? items : null;
  }

  /** Operands with the same operators between them, from the left. */
  #chain(
    operand: () => Later | null,
    operator: () => ((first: Later, second: Later) => Evaluated) | null,
  ): Later | null {
    let result = operand();
    while (result !== null) {
      const apply = operator();
      if (apply === null) return result;
      const [first, second] = [result, operand()];
      result = second === null ? null : () => apply(first, second);
    }
    return null;
  }

  #deeper(read: () => Later | null): Later | null {
    if (this.#depth === DEPTH) return null;
    this.#depth++;
    const found = read();
    this.#depth--;
    return found;
  }

  #sign(text: string): boolean {
    return this.#taken('sign', text);
  }

  #word(text: string): boolean {
    return this.#taken('name', text);
  }

  #taken(kind: JinjaToken['kind'], text: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind || token.text !== text) return false;
    this.#at++;
    return true;
  }

  #name(): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'name' || RESERVED.has(token.text)) return null;
    this.#at++;
    return token.text;
  }
}

/** One of two, by a condition. */
function decided(condition: Evaluated, yes: Later, no: Later): Evaluated {
  if (condition.kind !== 'value') return condition;
  const holds = truthOf(condition.value);
  if (holds === null) return { kind: 'unknown', reason: 'a condition is neither true nor false' };
  return holds ? yes() : no();
}

function listOf(items: readonly Later[]): Evaluated {
  const values = [];
  for (const item of items) {
    const found = item();
    if (found.kind !== 'value') return found;
    values.push(found.value);
  }
  return { kind: 'value', value: values };
}

function notUnderstood(source: string): Evaluated {
  const text = source.trim();
  return { kind: 'unknown', reason: `{{ ${text.length > 60 ? `${text.slice(0, 57)}...` : text} }} is not understood` };
}
