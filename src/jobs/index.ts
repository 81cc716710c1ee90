/** All carriers, the most particular first. */
import { ansible } from './ansible/ansible.ts';
import type { Carrier, Job, Surroundings } from './carrier.ts';
import { jcl } from './jcl/jcl.ts';
import { markdown } from './markdown.ts';
import { readBy } from './read-job.ts';
import { rexx } from './rexx/rexx.ts';
import { shell } from './shell/shell.ts';
import { text } from './text.ts';
import { zowe } from './zowe.ts';

export const CARRIERS: readonly Carrier[] = [rexx, jcl, shell, zowe, ansible, markdown, text];

/**
 * Reads a file's commands by the first carrier that recognises it, or by the one named. Throws `file/too-large`
 * beyond the limit, and `jobs/bad-job` when it is no text.
 */
export function readJob(
  content: string,
  fileName: string,
  surroundings: Surroundings,
  carrierName?: string,
): Promise<Job & { readonly carrier: string }> {
  return readBy(CARRIERS, content, fileName, surroundings, carrierName);
}
