/** Several values of one kind in one pair of parentheses: `KEYUSAGE(HANDSHAKE, DOCSIGN)`. */
import { invalid, missing } from '../problem.ts';
import { value } from './single.ts';
import type { Operand } from '../operand.ts';

export interface ListOptions {
  readonly max: number;
  /** A keyword written twice adds to the list (`OU('a') OU('b')`) where otherwise the last one counts. */
  readonly adds?: boolean;
}

/** At least one and at most `max` values of the kind `of`. */
export function list<T>(of: Operand<T>, options: ListOptions): Operand<readonly T[]> {
  const { max, adds = false } = options;
  const operand: Operand<readonly T[]> = {
    what: of.what,
    takes: 'value',
    bind(node, binding) {
      const items = node.sub ?? [];
      if (items.length === 0) return missing(node.at, of.what);
      const beyond = items[max];
      if (beyond !== undefined) return invalid(beyond.at, of.what, beyond.text);
      const values: T[] = [];
      for (const item of items) {
        const bound = of.bind({ text: node.text, quoted: false, at: item.at, sub: [item] }, binding);
        if (bound.kind === 'problem') return bound;
        values.push(bound.value);
      }
      return value(values);
    },
  };
  if (!adds) return operand;
  return {
    ...operand,
    combine(earlier, later, node) {
      const both = [...earlier, ...later];
      return both.length <= max ? value(both) : invalid(node.at, of.what, node.text);
    },
  };
}
