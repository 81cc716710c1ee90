/** Symbols without a value that matter: in what is read by a program that runs here. */
import type { Unset } from '../carrier.ts';
import { constantValue } from './expression.ts';
import type { ConvertedJob, Node, Step } from './model.ts';
import { programOf } from './programs/index.ts';
import { partsOf } from './reading.ts';

/** All of them, in the order of the job; a branch that symbols alone rule out is left aside. */
export function unsetOf(job: ConvertedJob): readonly Unset[] {
  const found = [...job.unset];
  collect(job.nodes, found);
  return found.sort((left, right) => (left.file === right.file ? left.line - right.line : 0));
}

function collect(nodes: readonly Node[], found: Unset[]): void {
  for (const node of nodes) {
    if (node.kind === 'step') for (const each of unsetOfStep(node)) found.push(each);
    if (node.kind !== 'if') continue;
    const value = constantValue(node.expression);
    if (value !== false) collect(node.whenTrue, found);
    if (value !== true) collect(node.whenFalse, found);
  }
}

function unsetOfStep(step: Step): readonly Unset[] {
  const program = programOf(step.program);
  if (program === null) return step.unset;
  const parts = program.inputs.flatMap((name) => {
    const read = partsOf(step, name);
    return 'text' in read ? [] : read;
  });
  return [...step.unset, ...step.parmUnset, ...parts.flatMap(({ unset }) => unset)];
}
