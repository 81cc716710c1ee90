/** The options of what runs commands (`racdcert`, `tso`, `run`), and what their exit codes say. */
import type { OptionSpec } from './command.ts';
import { VALUE_OPTIONS } from './values.ts';

export const EMULATION_EXIT_CODES: readonly string[] = [
  '0, 4, 8, 12  the highest return code of the commands, as TSO gives them; that of a script that sets its own',
  '2            the call of ringtool itself is wrong',
];

/** Who issues the commands, and what that user may do: for everything that opens a session. */
export const ISSUER_OPTIONS: readonly OptionSpec[] = [
  { flags: '--as <user>', description: 'issue the commands as this user, as --user does' },
  {
    flags: '--authority <mode>',
    description: 'enforce: FACILITY and RDATALIB profiles of the store decide what the user may do (default: off)',
    choices: ['off', 'enforce'],
  },
];

export const EMULATION_OPTIONS: readonly OptionSpec[] = [
  { flags: '--echo', description: 'print each command before its output' },
  { flags: '--force', description: "write over files of your own (EXPORT to DSN('/path'), --report)" },
  {
    flags: '--stop-on-error',
    description: 'end with the first command that fails (8 or higher; DELETE of what is not there does not)',
  },
  { flags: '--report <file>', description: 'write what came of each command to a file, one JSON object a line' },
  ...VALUE_OPTIONS,
  ...ISSUER_OPTIONS,
  { flags: '--fold', description: 'fold long messages as a terminal of 80 columns does' },
];
