/** Ansible task lists and playbooks: the commands of their tasks. */
import type { Carrier } from '../carrier.ts';
import { lineBeginnings } from '../line-beginnings.ts';

/** Modules that give commands, and that take in what does; with or without their collection. */
const TASK =
  /^(?:-[ \t]*)?(?:(?:ibm\.ibm_zos_core\.)?zos_(?:tso_command|job_submit|mvs_raw)|(?:ansible\.builtin\.)?(?:include|import)_(?:role|tasks))[ \t]*:/;
/** What a list of tasks or plays begins with; no command of TSO does. */
const FIRST_ITEM = /^-[ \t]+(?:name|hosts|block|when|vars|become|tags)[ \t]*:/;
const FENCE = /^[> \t]*(?:`{3}|~{3})/;

export const ansible: Carrier = {
  name: 'ansible',
  recognises: (content, fileName) => !content.includes('\0') && (/\.ya?ml$/i.test(fileName) || looksLikeTasks(content)),
  async read(content, fileName, { symbols }) {
    const { playbookJob } = await import('./playbook.ts');
    return playbookJob(content, fileName, symbols);
  },
};

/** It begins as a list of tasks, or has one of ours in it; a document with blocks of code only shows some. */
function looksLikeTasks(content: string): boolean {
  let first = true;
  let found = false;
  for (const line of lineBeginnings(content)) {
    if (FENCE.test(line)) return false;
    found ||= TASK.test(line) || (first && FIRST_ITEM.test(line));
    first &&= line === '' || line === '---' || line.startsWith('#');
  }
  return found;
}
