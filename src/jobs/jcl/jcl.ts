/**
 * JCL: the commands of the steps that run TSO in batch, and the few programs that jobs need around them.
 *
 * z/OS MVS JCL User's Guide. As there, a job is converted first and then executed: what the first phase finds wrong
 * keeps the job from running.
 */
import type { LogicalCommand } from '../../core/logical-command.ts';
import { type Carrier, linesOf } from '../carrier.ts';
import { convert } from './convert.ts';
import { execute, shownName } from './execute.ts';
import type { ConvertedJob, Node } from './model.ts';
import { planOf } from './programs/index.ts';
import { unsetOf } from './unset.ts';

const BEGINS_AS_JCL = /^\s*(?:\/\/|\/\*)/;
const STATEMENT = /^\/\/[A-Z0-9@#$.]*[ \t]+(?:JOB|EXEC|DD|PROC|INCLUDE)(?:[ \t]|\r?$)/im;

export const jcl: Carrier = {
  name: 'jcl',
  recognises: (content) => {
    const start = content.replace(/^\ufeff/, '');
    return !content.includes('\0') && BEGINS_AS_JCL.test(start) && STATEMENT.test(start);
  },
  read: async (content, fileName, surroundings) => {
    const jobs = await convert({ file: fileName, lines: linesOf(content) }, surroundings);
    return { unset: jobs.flatMap(unsetOf), planned: planned(jobs), run: () => execute(jobs, surroundings) };
  },
};

/** All commands in order; null when a data set has some of them. */
function planned(jobs: readonly ConvertedJob[]): readonly LogicalCommand[] | null {
  const commands: LogicalCommand[] = [];
  const walk = (job: ConvertedJob, nodes: readonly Node[]): boolean =>
    nodes.every((node) => {
      if (node.kind === 'if') return walk(job, node.whenTrue) && walk(job, node.whenFalse);
      if (node.kind !== 'step') return true;
      const plan = planOf(node, shownName(job, node.name, jobs.length > 1));
      for (const command of plan?.commands ?? []) commands.push(command);
      return plan?.complete !== false;
    });
  return jobs.every((job) => walk(job, job.nodes)) ? commands : null;
}
