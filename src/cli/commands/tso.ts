/** `ringtool tso`: RACDCERT and the commands around it. */
import type { Command } from '../command.ts';
import { EMULATION_EXIT_CODES, EMULATION_OPTIONS } from '../emulation-options.ts';
import { runTypedOrRead } from '../typed-or-read.ts';

export const tso: Command = {
  description:
    'Runs a TSO command: RACDCERT, and around it SETROPTS, ADDUSER, ALTUSER, DELUSER, LISTUSER, ADDGROUP,\n' +
    'DELGROUP, LISTGRP, CONNECT, REMOVE, RDEFINE, RALTER, RDELETE, RLIST, SEARCH, PERMIT, PROFILE, DELETE,\n' +
    'LISTDS. Others are named and passed over. Words are joined by blanks; without words, commands are read\n' +
    'from standard input; at a terminal there is a prompt.',
  words: { flags: '[text...]', description: 'the command' },
  options: EMULATION_OPTIONS,
  freeText: true,
  examples: [
    'ringtool tso "SETROPTS RACLIST(DIGTCERT) REFRESH"',
    'ringtool tso "RACDCERT ID(TCPCS) LIST"',
    'ringtool tso < commands.tso',
  ],
  exitCodes: EMULATION_EXIT_CODES,
  run: (invocation) => runTypedOrRead(invocation, tso, { name: 'tso', commandOf: (typed) => typed }),
};
