/** `ringtool racdcert`: one command from the arguments, or many from standard input. */
import type { Command } from '../command.ts';
import { COMMAND_FILE_LIMIT, commandText, EMULATION_EXIT_CODES, EMULATION_OPTIONS, emulateTyped } from '../emulate.ts';
import { noInput } from '../no-input.ts';

/** The command's own name in front is what people paste. */
function named(text: string): string {
  return /^\s*racdcert(?![A-Z0-9@#$])/i.test(text) ? text.trim() : `RACDCERT ${text.trim()}`;
}

export const racdcert: Command = {
  description:
    'Runs RACDCERT. Words are joined by blanks to one command; without words, commands are read from standard\n' +
    'input, with + and - at the end of a line to continue it. Options may stand anywhere; after -- all is text.\n\n' +
    'Functions of this version: ADD, ADDRING, ADDTOKEN, ALTER, ALTMAP, BIND, CHECKCERT, CONNECT, DELETE, DELMAP,\n' +
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
  async run(invocation) {
    const { words, io } = invocation;
    if (words.length > 0) {
      return emulateTyped(invocation, named(words.join(' ')));
    }
    if (io.inputIsTerminal && io.outputIsTerminal) {
      const { interact } = await import('../interactive.ts');
      return interact(invocation, { name: 'racdcert', commandOf: named });
    }
    if (io.inputIsTerminal) return noInput(racdcert, io);
    const text = commandText(io.input(COMMAND_FILE_LIMIT));
    if (text.trim() === '') return noInput(racdcert, io);
    const { runTexts } = await import('../run-text.ts');
    return runTexts(invocation, [{ name: '-', text }]);
  },
};
