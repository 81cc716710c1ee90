/** The way from a file to its commands, whatever carriers there are. */
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { bounded } from './bounded.ts';
import { type Carrier, type Job, type Surroundings, withLineFeeds } from './carrier.ts';

/**
 * Reads a file's commands by the first of `carriers` that recognises it, or by the one named. Throws
 * `file/too-large` beyond the limit, and `jobs/bad-job` when it is no text.
 */
export async function readBy(
  carriers: readonly Carrier[],
  text: string,
  fileName: string,
  surroundings: Surroundings,
  carrierName?: string,
): Promise<Job & { readonly carrier: string }> {
  if (text.length > LIMITS.commandFile) {
    throw new RingtoolError('file/too-large', `${fileName} is too large for a job: ${text.length} characters`, {
      hint: `a job or command file may have ${LIMITS.commandFile} characters`,
    });
  }
  const content = withLineFeeds(text);
  if (Math.max(occurrences(content, '\n'), occurrences(content, '\r')) > LIMITS.jobLines) {
    throw new RingtoolError('file/too-large', `${fileName} has too many lines for a job`, {
      hint: `a job or command file may have ${LIMITS.jobLines} lines`,
    });
  }
  const carrier = carriers.find((each) =>
    carrierName === undefined ? each.recognises(content, fileName) : each.name === carrierName,
  );
  if (carrier === undefined || isOtherCode(content)) {
    throw new RingtoolError('jobs/bad-job', `${fileName} is not a text file in ASCII or UTF-8`, {
      hint: `a job is text, read as one of ${carriers.map(({ name }) => name).join(', ')}; iconv -f IBM-1047 takes EBCDIC`,
    });
  }
  const job = await carrier.read(content, fileName, surroundings, carriers);
  return { ...job, carrier: carrier.name, run: () => bounded(job.run()) };
}

/**
 * True when much of a text was no UTF-8, as of one in EBCDIC, where every letter is not. A few characters, as of
 * comments in Latin-1, are named where they matter.
 */
function isOtherCode(content: string): boolean {
  const strange = occurrences(content, '\ufffd');
  return strange > FEW && strange * ONE_IN > content.length;
}

const FEW = 4;
const ONE_IN = 20;

/** Counted before the text is cut into lines: millions of empty ones would cost more than all their commands. */
function occurrences(content: string, character: string): number {
  let count = 0;
  for (let at = content.indexOf(character); at !== -1; at = content.indexOf(character, at + 1)) count++;
  return count;
}
