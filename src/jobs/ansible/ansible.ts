/** Ansible task lists and playbooks: the commands of their tasks. */
import type { Carrier } from '../carrier.ts';

/** Modules that give commands, and that take in what does; with or without their collection. */
const TASK =
  /^[ \t]*-?[ \t]*(?:ibm\.ibm_zos_core\.)?zos_(?:tso_command|job_submit|mvs_raw)[ \t]*:|^[ \t]*-?[ \t]*(?:ansible\.builtin\.)?(?:include|import)_(?:role|tasks)[ \t]*:/m;
const FENCE = /^[ \t>]*(?:`{3}|~{3})/m;

export const ansible: Carrier = {
  name: 'ansible',
  recognises: (content, fileName) =>
    !content.includes('\0') && (/\.ya?ml$/i.test(fileName) || (TASK.test(content) && !FENCE.test(content))),
  async read(content, fileName, { symbols }) {
    const { playbookJob } = await import('./playbook.ts');
    return playbookJob(content, fileName, symbols);
  },
};
