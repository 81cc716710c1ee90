/** `ringtool tso`: RACDCERT and the commands around it. */
import type { Command } from '../command.ts';
import { COMMAND_FILE_LIMIT, commandText, EMULATION_EXIT_CODES, EMULATION_OPTIONS, emulateTyped } from '../emulate.ts';
import { noInput } from '../no-input.ts';

export const tso: Command = {
  description:
    'Runs a TSO command: RACDCERT, and around it SETROPTS, ADDUSER, ALTUSER, DELUSER, LISTUSER, ADDGROUP, DELGROUP,\n' +
    'LISTGRP, CONNECT, REMOVE, RDEFINE, RALTER, RDELETE, RLIST, SEARCH, PERMIT, PROFILE, DELETE, LISTDS. Others are named\n' +
    'and passed over. Words are joined by blanks; without words, commands are read from standard input; at a terminal\n' +
    'there is a prompt.',
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
    if (words.length > 0) return emulateTyped(invocation, words.join(' '));
    if (io.inputIsTerminal && io.outputIsTerminal) {
      const { interact } = await import('../interactive.ts');
      return interact(invocation, { name: 'tso', commandOf: (line) => line });
    }
    if (io.inputIsTerminal) return noInput(tso, io);
    const text = commandText(io.input(COMMAND_FILE_LIMIT));
    if (text.trim() === '') return noInput(tso, io);
    const { runTexts } = await import('../run-text.ts');
    return runTexts(invocation, [{ name: '-', text }]);
  },
};
