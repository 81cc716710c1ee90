/**
 * A password from a file, an environment variable by name, or a question on the terminal. Never from the
 * command line itself: other users of the machine can read that.
 */
import { writeSync } from 'node:fs';
import { RingtoolError } from '../core/errors.ts';
import { readUserFile } from '../store/user-file.ts';
import { type Invocation, type OptionSpec, textOption } from './command.ts';

/** A password file is a line; anything much longer is the wrong file. */
const LONGEST = 4096;

export const PASSWORD_OPTIONS: readonly OptionSpec[] = [
  { flags: '--password-file <file>', description: 'file whose first line is the password' },
  { flags: '--password-env <name>', description: 'environment variable that holds the password' },
];

export interface PasswordQuestion {
  readonly text: string;
  /** Ask twice: the password is new. */
  readonly confirm: boolean;
}

/** The password; throws `pkcs12/no-password` when there is no way to have it. */
export async function readPassword({ options, io }: Invocation, question: PasswordQuestion): Promise<string> {
  const file = textOption(options, 'passwordFile');
  const variable = textOption(options, 'passwordEnv');
  if (file !== undefined && variable !== undefined) {
    throw new RingtoolError('cli/usage', 'give --password-file or --password-env, not both');
  }
  if (file !== undefined) return fromFile(file);
  if (variable !== undefined) {
    const value = io.env[variable];
    if (value === undefined) throw new RingtoolError('pkcs12/no-password', `the environment has no ${variable}`);
    return value;
  }
  if (!io.inputIsTerminal) {
    throw new RingtoolError('pkcs12/no-password', 'a password is needed, and there is no terminal to ask on', {
      hint: 'give --password-file or --password-env',
    });
  }
  const password = await ask(question.text);
  if (question.confirm && (await ask('The same again: ')) !== password) {
    throw new RingtoolError('pkcs12/no-password', 'the two passwords differ');
  }
  return password;
}

function fromFile(file: string): string {
  const bytes = readUserFile(file, LONGEST);
  return Buffer.from(bytes).toString('utf8').split(/\r?\n/, 1)[0] ?? '';
}

/** Asks on the terminal without showing what is typed. */
async function ask(text: string): Promise<string> {
  const { ReadStream } = await import('node:tty');
  const terminal = new ReadStream(0);
  // First silence, then the question: nothing typed in between may show.
  terminal.setRawMode(true);
  try {
    writeSync(2, text);
    return await new Promise((resolve, reject) => {
      let typed = '';
      terminal.setEncoding('utf8');
      terminal.on('error', reject);
      terminal.on('end', () => resolve(typed));
      terminal.on('data', (chunk: string) => {
        for (const character of chunk) {
          if (character === '\r' || character === '\n' || character === '\u0004') return resolve(typed);
          if (character === '\u0003') return reject(new RingtoolError('pkcs12/no-password', 'interrupted'));
          if (character === '\u007f' || character === '\b') typed = typed.slice(0, -1);
          else typed += character;
        }
      });
    });
  } finally {
    terminal.setRawMode(false);
    terminal.destroy();
    writeSync(2, '\n');
  }
}
