/** `ringtool tso`: RACDCERT and the commands around it. */
import type { Command } from '../command.ts';
import { COMMAND_FILE_LIMIT, commandText, emulate, EMULATION_EXIT_CODES, EMULATION_OPTIONS } from '../emulate.ts';
import { noInput, runText } from '../run-text.ts';

export const tso: Command = {
  description:
    'Runs a TSO command: RACDCERT, SETROPTS, PROFILE. Words are joined by blanks; without words, commands are read\n' +
    'from standard input.',
  words: { flags: '[text...]', description: 'the command' },
  options: EMULATION_OPTIONS,
  freeText: true,
  examples: [
    'ringtool tso "SETROPTS RACLIST(DIGTCERT) REFRESH"',
    'ringtool tso "RACDCERT ID(TCPCS) LIST"',
    'ringtool tso < commands.tso',
  ],
  exitCodes: EMULATION_EXIT_CODES,
  async run(invocation) {
    const { words, io } = invocation;
    if (words.length > 0) return emulate(invocation, [{ text: words.join(' '), file: '-', line: 1, step: null }]);
    if (io.inputIsTerminal) return noInput(tso, io);
    return runText(invocation, commandText(io.input(COMMAND_FILE_LIMIT)), '-', tso);
  },
};
