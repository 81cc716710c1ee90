/**
 * Jobs that serve several security products choose by DDNAME=: each step has the DD of some products only.
 *
 * Where no DD of the name comes in a step, z/OS reads nothing (message IEF686I). That is what is meant when other steps
 * of the job have a DD of that name; when none has, the name is most likely misspelt, and stays an error of the step.
 */
import type { Node, Step } from './model.ts';

/** Marks each DDNAME= that names a DD which only other steps have. */
export function markChosenElsewhere(nodes: readonly Node[]): void {
  const steps = stepsOf(nodes);
  const named = new Set(steps.flatMap(({ dds }) => dds.all.map(({ name }) => name)));
  for (const { dds } of steps) {
    for (const { parts } of dds.all) {
      for (const [index, part] of parts.entries()) {
        const { source } = part;
        if (source.kind !== 'forward' || dds.find(source.name) !== null || !named.has(source.name)) continue;
        parts[index] = { ...part, source: { ...source, elsewhere: true } };
      }
    }
  }
}

function stepsOf(nodes: readonly Node[]): readonly Step[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'if') return [...stepsOf(node.whenTrue), ...stepsOf(node.whenFalse)];
    return node.kind === 'step' ? [node] : [];
  });
}
