/** `ringtool run FILE...`: the commands of files in one session, whatever carries them. */
import { CARRIERS } from '../../jobs/index.ts';
import type { Command } from '../command.ts';
import { textOption } from '../command.ts';
import { textOfFile, textOfInput } from '../command-text.ts';
import { EMULATION_EXIT_CODES, EMULATION_OPTIONS } from '../emulation-options.ts';
import { runTexts } from '../run-text.ts';

export const run: Command = {
  description:
    'Runs the commands of files in order: JCL, shell scripts, REXX, Ansible task lists, Zowe CLI lines,\n' +
    'Markdown and plain command files, told apart by content. What is not emulated is named and passed\n' +
    'over. A shell script is run by the real shell, with tsocmd, tso, racdcert and zowe standing in for\n' +
    'those of z/OS: run only scripts you trust.',
  words: { flags: '<file...>', description: 'command files, jobs, scripts, up to 16 MiB each; - is standard input' },
  options: [
    ...EMULATION_OPTIONS,
    {
      flags: '--proclib <folder>',
      description: 'a folder with procedures and INCLUDE members of JCL',
      repeatable: true,
    },
    {
      flags: '--carrier <kind>',
      description: 'read the files as this, whatever they look like',
      choices: CARRIERS.map(({ name }) => name),
    },
  ],
  examples: [
    'ringtool run setup.tso',
    'ringtool run --echo job.jcl',
    'ringtool run --dry-run renew.jcl --set HLQ=LAB --proclib procs',
    'ringtool run runbook.md --stop-on-error --report report.jsonl',
  ],
  exitCodes: EMULATION_EXIT_CODES,
  async run(invocation) {
    const { words, io, options } = invocation;
    const texts = words.map((name) => ({ name, text: name === '-' ? textOfInput(io) : textOfFile(name) }));
    return runTexts(invocation, texts, textOption(options, 'carrier'));
  },
};
