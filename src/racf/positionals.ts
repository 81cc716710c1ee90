/**
 * Positional operands: what stands first in a command, without a keyword. One value, or a list in parentheses.
 *
 * TSO/E Programming Services, "Using the parse service routine": positional operands come before all keywords.
 */
import type { Binding, Problem, TreeOperand, Value } from '../tso/operand.ts';
import { missing } from '../tso/problem.ts';

/** The declaration of one positional operand. */
export interface Positional<T = unknown> {
  /** What it is, for messages. */
  readonly what: string;
  /** Missing is no error: the list is empty. */
  readonly optional?: boolean;
  read(item: TreeOperand, binding: Binding): Value<T> | Problem;
}

/** A list of values for each declaration, in their order. */
export type Positionals<Named extends readonly Positional[]> = {
  readonly [At in keyof Named]: Named[At] extends Positional<infer T> ? readonly T[] : never;
};

export interface ReadPositionals {
  readonly kind: 'read';
  readonly lists: readonly (readonly unknown[])[];
  /** The operands behind them: keywords. */
  readonly rest: readonly TreeOperand[];
}

/** `FACILITY (A B)` arrives from the parser as `FACILITY` with a list behind it: the list is the next operand's. */
export function readPositionals(
  operands: readonly TreeOperand[],
  declared: readonly Positional[],
  binding: Binding,
): ReadPositionals | Problem {
  const lists: unknown[][] = [];
  const rest = [...operands];
  for (let at = 0; at < declared.length; at++) {
    const positional = declared[at];
    const node = rest.shift();
    if (positional === undefined) break;
    if (node === undefined) {
      if (positional.optional !== true) return missing(0, positional.what);
      lists.push([]);
      continue;
    }
    const followed = node.text !== '' && node.sub !== null && at + 1 < declared.length;
    if (followed) rest.unshift({ text: '', quoted: false, at: node.at, sub: node.sub });
    const items = node.text === '' ? (node.sub ?? []) : [followed ? { ...node, sub: null } : node];
    if (items.length === 0) return missing(node.at, positional.what);
    const values: unknown[] = [];
    for (const item of items) {
      const read = positional.read(item, binding);
      if (read.kind === 'problem') return read;
      values.push(read.value);
    }
    lists.push(values);
  }
  return { kind: 'read', lists, rest };
}
