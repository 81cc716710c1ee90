/** One command that somebody types, as a job: from the arguments, or at the prompt. */
import { type Job, plainJob } from '../jobs/carrier.ts';

export function typedJob(text: string): Job {
  const command = { text, file: '-', line: 1, step: null };
  return plainJob({ commands: [command], notEmulated: [], problems: [], hints: [] });
}
