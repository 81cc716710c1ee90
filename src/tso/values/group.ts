/** Keywords inside a keyword's parentheses: `CONNECT(LABEL('x') RING(R))`. */
import { bindOperands } from '../bind.ts';
import { missing } from '../problem.ts';
import { value } from './single.ts';
import type { Bound, Operand, OperandTable } from '../operand.ts';

/** A partial record of the keywords written; which of them must be there is the command's to say. */
export function group<Table extends OperandTable>(
  table: Table,
  options: { readonly what?: string } = {},
): Operand<Bound<Table>> {
  const { what = 'keyword' } = options;
  return {
    what,
    takes: 'value',
    keywords: table,
    bind(node, binding) {
      if (node.sub === null) return missing(node.at, what);
      const { values, problems } = bindOperands(node.sub, table, binding);
      return problems[0] ?? value(values);
    },
  };
}
