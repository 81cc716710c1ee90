/** `ringtool racdcert`: one command from the arguments, or many from standard input. */
import { asRacdcert } from '../../jobs/shell/calls.ts';
import type { Command } from '../command.ts';
import { EMULATION_EXIT_CODES, EMULATION_OPTIONS } from '../emulation-options.ts';
import { runTypedOrRead } from '../typed-or-read.ts';

/** What stands around RACDCERT in every runbook is no misspelt function of it. */
function racdcertUnlessSetropts(typed: string): string {
  return /^\s*(?:SETROPTS|SETR|PROFILE|PROF)\s/i.test(`${typed} `) ? typed : asRacdcert(typed);
}

export const racdcert: Command = {
  description:
    'Runs RACDCERT. Words are joined by blanks to one command; without words, commands are read from standard\n' +
    'input, with + and - at the end of a line to continue it; at a terminal there is a prompt with completion.\n' +
    'Options may stand anywhere; after -- all is text.\n\n' +
    'Functions: ADD, ADDRING, ADDTOKEN, ALTER, ALTMAP, BIND, CHECKCERT, CONNECT, DELETE, DELMAP,\n' +
    'DELRING, DELTOKEN, EXPORT, GENCERT, GENREQ, IMPORT, LIST, LISTCHAIN, LISTMAP, LISTRING, LISTTOKEN, MAP,\n' +
    'REKEY, REMOVE, ROLLOVER, UNBIND.',
  words: { flags: '[text...]', description: 'the command, with or without RACDCERT in front' },
  options: EMULATION_OPTIONS,
  freeText: true,
  examples: [
    'ringtool racdcert "ID(TCPCS) LISTRING(TLSRING)"',
    `ringtool racdcert "CERTAUTH GENCERT SUBJECTSDN(CN('Lab CA')) WITHLABEL('Lab CA') KEYUSAGE(CERTSIGN)"`,
    'ringtool racdcert < commands.tso',
    `ringtool racdcert --dry-run "CERTAUTH DELETE(LABEL('Lab CA'))"`,
  ],
  exitCodes: EMULATION_EXIT_CODES,
  run: (invocation) => runTypedOrRead(invocation, racdcert, { name: 'racdcert', commandOf: racdcertUnlessSetropts }),
};
