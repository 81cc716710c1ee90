/** `ringtool run FILE...`: the commands of plain command files and of JCL, in one session. */
import { RingtoolError } from '../../core/errors.ts';
import type { LogicalCommand } from '../../core/logical-command.ts';
import type { Command } from '../command.ts';
import { COMMAND_FILE_LIMIT, commandText, emulate, EMULATION_EXIT_CODES, EMULATION_OPTIONS } from '../emulate.ts';
import { readUserFile } from '../../store/user-file.ts';
import { PROBLEM_CODE, readCommands } from '../run-text.ts';

export const run: Command = {
  description:
    'Runs the commands of files in order: plain command files, and JCL whose steps run IKJEFT01 (SYSTSIN DD *).\n' +
    'What is not emulated is named and passed over.',
  words: { flags: '<file...>', description: 'command files or jobs; - is standard input' },
  options: EMULATION_OPTIONS,
  examples: ['ringtool run setup.tso', 'ringtool run --echo job.jcl', 'ringtool run --dry-run renew.jcl'],
  exitCodes: EMULATION_EXIT_CODES,
  async run(invocation) {
    const { words, io } = invocation;
    const commands: LogicalCommand[] = [];
    let problems = 0;
    // All files are read before the first command runs: a misspelled name must not leave half the work done.
    for (const file of words) {
      const bytes = file === '-' ? io.input(COMMAND_FILE_LIMIT) : readUserFile(file, COMMAND_FILE_LIMIT);
      const reading = readCommands(commandText(bytes), file, invocation);
      commands.push(...reading.commands);
      problems += reading.problems;
    }
    if (commands.length === 0 && problems === 0) {
      throw new RingtoolError('jobs/bad-job', `no command found in ${words.join(', ')}`);
    }
    const highest = commands.length === 0 ? 0 : await emulate(invocation, commands);
    return problems > 0 ? Math.max(highest, PROBLEM_CODE) : highest;
  },
};
