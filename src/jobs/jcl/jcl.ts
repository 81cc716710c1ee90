/**
 * JCL: the commands of the steps that run TSO in batch, and the few programs that jobs need around them.
 *
 * z/OS MVS JCL User's Guide. As there, a job is converted first and then executed: what the first phase finds wrong
 * keeps the job from running.
 */
import { type Carrier, linesOf } from '../carrier.ts';
import { convert } from './convert.ts';
import { DataSets } from './data-sets.ts';
import { execute } from './execute.ts';
import { readySteps } from './ready.ts';
import { Template } from './template.ts';
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
    const template = new Template(surroundings);
    const lines = template.fill(linesOf(content));
    const jobs = await convert({ file: fileName, lines }, surroundings, template);
    const ready = readySteps(jobs, template);
    const steps = [...ready.values()];
    return {
      unset: jobs.flatMap((job) => unsetOf(job, ready)),
      // Where a data set has some of them they are not known.
      planned: steps.every(({ complete }) => complete) ? steps.flatMap(({ commands }) => commands) : null,
      run: () => execute(jobs, ready, () => new DataSets(surroundings, template)),
    };
  },
};
