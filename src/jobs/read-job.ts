/** The way from a file to its commands, whatever carriers there are. */
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { bounded } from './bounded.ts';
import type { Carrier, Job, Surroundings } from './carrier.ts';

/**
 * Reads a file's commands by the first of `carriers` that recognises it, or by the one named. Throws
 * `file/too-large` beyond the limit, and `jobs/bad-job` when it is no text.
 */
export async function readBy(
  carriers: readonly Carrier[],
  content: string,
  fileName: string,
  surroundings: Surroundings,
  carrierName?: string,
): Promise<Job & { readonly carrier: string }> {
  if (content.length > LIMITS.commandFile) {
    throw new RingtoolError('file/too-large', `${fileName} is too large for a job: ${content.length} characters`, {
      hint: `a job or command file may have ${LIMITS.commandFile} characters`,
    });
  }
  if (Math.max(occurrences(content, '\n'), occurrences(content, '\r')) > LIMITS.jobLines) {
    throw new RingtoolError('file/too-large', `${fileName} has too many lines for a job`, {
      hint: `a job or command file may have ${LIMITS.jobLines} lines`,
    });
  }
  const carrier = carriers.find((each) =>
    carrierName === undefined ? each.recognises(content, fileName) : each.name === carrierName,
  );
  if (carrier === undefined) {
    throw new RingtoolError('jobs/bad-job', `${fileName} is not a text file`, {
      hint: `a job is text in ASCII or UTF-8, read as one of ${carriers.map(({ name }) => name).join(', ')}`,
    });
  }
  const job = await carrier.read(content, fileName, surroundings, carriers);
  return { ...job, carrier: carrier.name, run: () => bounded(job.run()) };
}

/** Counted before the text is cut into lines: millions of empty ones would cost more than all their commands. */
function occurrences(content: string, character: string): number {
  let count = 0;
  for (let at = content.indexOf(character); at !== -1; at = content.indexOf(character, at + 1)) count++;
  return count;
}
