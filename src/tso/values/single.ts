/** A keyword with exactly one value in its parentheses. */
import { invalid, missing } from '../problem.ts';
import type { Binding, Operand, Problem, TreeOperand, Value } from '../operand.ts';

/** How one item becomes a value. `keyword` tells where the keyword stands and what it is called. */
export type ReadItem<T> = (item: TreeOperand, binding: Binding) => Value<T> | Problem;

export function value<T>(of: T): Value<T> {
  return { kind: 'value', value: of };
}

/**
 * An operand `KEYWORD(item)`. A second item, or parentheses behind the item, are refused;
 * `secret` keeps the value out of messages.
 */
export function single<T>(what: string, read: ReadItem<T>, options: { readonly secret?: boolean } = {}): Operand<T> {
  return {
    what,
    takes: 'value',
    bind(node, binding) {
      const [item, second] = node.sub ?? [];
      if (item === undefined) return missing(node.at, what);
      const superfluous = second ?? item.sub;
      if (superfluous) {
        const written = (node.sub ?? []).map((each) => (each.sub === null ? each.text : `${each.text}(...)`)).join(' ');
        return invalid(item.at, what, options.secret ? null : written);
      }
      return read(item, binding);
    },
  };
}
