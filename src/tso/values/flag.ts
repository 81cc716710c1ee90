/** A keyword that says everything by being there: `TRUST`. */
import { foldUpper } from '../fold.ts';
import { problem, shown } from '../problem.ts';
import { value } from './single.ts';
import type { Operand, TreeOperand } from '../operand.ts';

function bare<T>(node: TreeOperand, of: T): ReturnType<Operand<T>['bind']> {
  // Empty parentheses say nothing and are let pass; anything in them would be lost, so it is refused.
  if (node.sub !== null && node.sub.length > 0) {
    return problem(node.at, 'IKJ56712I', { keyword: `${shown(foldUpper(node.text))}(...)` });
  }
  return value(of);
}

export function flag(): Operand<true> {
  return { what: 'keyword', takes: 'nothing', bind: (node) => bare(node, true as const) };
}

/** As a function's value, where the function has no parentheses. */
export function nothing(): Operand<null> {
  return { what: 'nothing', takes: 'nothing', bind: (node) => bare(node, null) };
}
