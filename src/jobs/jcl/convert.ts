/** The first phase: a file of jobs read whole, before any of them runs. */
import type { Surroundings } from '../carrier.ts';
import { Budget } from './budget.ts';
import { JobConverter } from './job-converter.ts';
import type { Member } from './libraries.ts';
import type { ConvertedJob } from './model.ts';
import type { Template } from './template.ts';

/**
 * The jobs of a file; statements before the first JOB are one without a name. Throws `core/limit` when procedures or
 * symbols make them endlessly long.
 */
export async function convert(
  member: Member,
  surroundings: Surroundings,
  template: Template,
): Promise<readonly ConvertedJob[]> {
  const budget = new Budget();
  const jobs: ConvertedJob[] = [];
  for (let at = 0; at < member.lines.length; ) {
    const converter = new JobConverter(surroundings, template, budget);
    at = await converter.read(member, at);
    jobs.push(await converter.finish());
  }
  return jobs;
}
