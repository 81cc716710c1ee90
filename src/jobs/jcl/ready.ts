/** The steps of a file made ready by their programs, once, for what plans and for what runs. */
import type { ConvertedJob, Node, Step } from './model.ts';
import { programOf } from './programs/index.ts';
import type { ReadyStep } from './programs/program.ts';
import type { Template } from './template.ts';

/** Steps whose program is emulated. */
export type ReadySteps = ReadonlyMap<Step, ReadyStep>;

export function readySteps(jobs: readonly ConvertedJob[], template: Template): ReadySteps {
  const ready = new Map<Step, ReadyStep>();
  const walk = (job: ConvertedJob, nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.kind === 'if') for (const branch of [node.whenTrue, node.whenFalse]) walk(job, branch);
      if (node.kind !== 'step') continue;
      const step = programOf(node.program)?.ready(node, shownName(job, node.name, jobs.length > 1), template);
      if (step !== undefined) ready.set(node, step);
    }
  };
  for (const job of jobs) walk(job, job.nodes);
  return ready;
}

/** What a step is called where several jobs may have one of that name. */
export function shownName(job: ConvertedJob, step: string, several: boolean): string {
  return several ? `${job.name}.${step}` : step;
}
