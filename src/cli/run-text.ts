/** A text of many commands: read by the carrier that recognises it, then run. */
import { readJob } from '../jobs/index.ts';
import type { Invocation } from './command.ts';
import { emulate } from './emulate.ts';

/** A text and what it is called in messages. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** Reads and runs texts in one session. Throws `jobs/bad-job` when there is nothing to run in any of them. */
export async function runTexts(invocation: Invocation, texts: readonly NamedText[], carrier?: string): Promise<number> {
  return emulate(invocation, {
    typed: false,
    names: texts.map(({ name }) => name),
    async read(surroundings) {
      const jobs = [];
      for (const { name, text } of texts) jobs.push(await readJob(text, name, surroundings, carrier));
      return jobs;
    },
  });
}
