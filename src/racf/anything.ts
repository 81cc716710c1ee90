/** An operand that is known and not emulated: with or without parentheses, whatever stands in them. */
import type { Operand, OperandTable } from '../tso/operand.ts';

export function anything(): Operand<true> {
  return { what: 'value', takes: 'optional', bind: () => ({ kind: 'value', value: true }) };
}

/** A table of such operands. */
export function accepted<const Names extends readonly string[]>(names: Names): OperandTable {
  return Object.fromEntries(names.map((name) => [name, anything()]));
}
