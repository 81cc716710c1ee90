/** Symbols without a value that matter: in what is read by a program that runs here. */
import type { Unset } from '../carrier.ts';
import { constantValue } from './expression.ts';
import type { ConvertedJob, Node } from './model.ts';
import type { ReadySteps } from './ready.ts';

/** All of them, in the order of the job; a branch that symbols alone rule out is left aside. */
export function unsetOf(job: ConvertedJob, ready: ReadySteps): readonly Unset[] {
  const found = [...job.unset];
  collect(job.nodes, ready, found);
  return found.sort((left, right) => (left.file === right.file ? left.line - right.line : 0));
}

function collect(nodes: readonly Node[], ready: ReadySteps, found: Unset[]): void {
  for (const node of nodes) {
    if (node.kind === 'step') {
      const step = ready.get(node);
      for (const each of node.unset) found.push(each);
      for (const each of step === undefined ? [] : [...node.parmUnset, ...step.unset]) found.push(each);
    }
    if (node.kind !== 'if') continue;
    const value = constantValue(node.expression);
    if (value !== false) collect(node.whenTrue, ready, found);
    if (value !== true) collect(node.whenFalse, ready, found);
  }
}
