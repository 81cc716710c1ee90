/** Ansible task lists and playbooks: the commands of their zos_tso_command tasks. */
import type { Carrier } from '../carrier.ts';

/** The module, with or without its collection; and the one that submits jobs, to be named. */
const TASK = /^[ \t]*-?[ \t]*(?:ibm\.ibm_zos_core\.)?zos_(?:tso_command|job_submit)[ \t]*:/m;
const FENCE = /^[ \t>]*(?:`{3}|~{3})/m;

export const ansible: Carrier = {
  name: 'ansible',
  recognises: (content) => !content.includes('\0') && TASK.test(content) && !FENCE.test(content),
  async read(content, fileName, { symbols }) {
    const { playbookJob } = await import('./playbook.ts');
    return playbookJob(content, fileName, symbols);
  },
};
