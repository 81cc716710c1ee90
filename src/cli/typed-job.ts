/** One command that somebody types, as a job: from the arguments, or at the prompt. */
import { type Job, plainJob } from '../jobs/carrier.ts';

/** Without these no placeholder stands in a text: most commands never load what reads them. */
const MAY_HOLD_PLACEHOLDER = /[{<[]/;

/** Placeholders are filled from `symbols`, as in a file; those without a value are `unset`. */
export async function typedJob(text: string, symbols: ReadonlyMap<string, string> = new Map()): Promise<Job> {
  const command = { text, file: '-', line: 1, step: null };
  const nothing = { notEmulated: [], problems: [], hints: [] };
  if (!MAY_HOLD_PLACEHOLDER.test(text)) return plainJob({ commands: [command], ...nothing });
  const { fillCommands } = await import('../jobs/placeholders.ts');
  const { commands, unset } = fillCommands([command], [{ text, line: 1 }], symbols);
  return plainJob({ commands, ...nothing }, unset);
}
