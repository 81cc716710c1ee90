/** Runs commands one after the other as a batch TSO session would, and prints each result. */
import { LIMITS } from '../core/limits.ts';
import { type ErrorCode, RingtoolError } from '../core/errors.ts';
import type { LogicalCommand } from '../core/logical-command.ts';
import type { CommandResult } from '../session/result.ts';
import { openSession } from '../session/open-session.ts';
import { openDataSets } from '../store/data-sets.ts';
import { type Invocation, type OptionSpec, flagOption } from './command.ts';
import { EXIT } from './exit.ts';
import { openOrCreate } from './open.ts';
import { visibleJson } from './visible.ts';

export const EMULATION_EXIT_CODES: readonly string[] = [
  '0, 4, 8, 12  the highest return code of the commands, as TSO gives them',
  '2            the call of ringtool itself is wrong',
];

export const EMULATION_OPTIONS: readonly OptionSpec[] = [
  { flags: '--echo', description: 'print each command before its output' },
  { flags: '--force', description: "let EXPORT and GENREQ write over files of your own (DSN('/path'))" },
];

/** Bytes of a command file as text; the bound is the caller's. */
export function commandText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

export const COMMAND_FILE_LIMIT = LIMITS.commandFile;

/** Store trouble that the next command would meet again. */
const HOPELESS: ReadonlySet<ErrorCode> = new Set([
  'store/absent',
  'store/corrupt',
  'store/newer',
  'store/read-only',
  'store/io',
  'store/full',
] as const);

/** Runs `commands` in order. A failing one does not stop the next; the highest code is the answer. */
export async function emulate(invocation: Invocation, commands: readonly LogicalCommand[]): Promise<number> {
  const { globals, io, options } = invocation;
  const store = await openOrCreate(globals);
  const results: object[] = [];
  let highest = 0;
  try {
    const { user, timeZone, level, now, dryRun } = globals;
    const overwrite = flagOption(options, 'force');
    const dataSets = globals.dataSets === undefined ? undefined : openDataSets(globals.dataSets, globals.store);
    const session = await openSession(store, { dataSets, user, timeZone, level, now, dryRun, overwrite });
    for (const command of commands) {
      let result: CommandResult;
      try {
        result = await session.run(command);
      } catch (error) {
        if (!(error instanceof RingtoolError) || HOPELESS.has(error.code) || commands.length === 1) throw error;
        io.err(`ringtool: ${command.file}:${command.line}: ${error.message}`);
        if (error.hint !== undefined) io.hint(`hint: ${error.hint}`);
        highest = Math.max(highest, EXIT.failed);
        const { code, message } = error;
        results.push({ file: command.file, line: command.line, returnCode: EXIT.failed, error: { code, message } });
        continue;
      }
      highest = Math.max(highest, result.returnCode);
      if (globals.json) {
        results.push({ file: command.file, line: command.line, ...result });
        continue;
      }
      if (flagOption(options, 'echo')) io.out(result.echo);
      if (result.lines.length > 0) io.out(result.lines.join('\n'));
      for (const hint of result.hints) io.hint(hint);
    }
  } finally {
    await store.close();
  }
  if (globals.json)
    io.out(visibleJson({ format: 'ringtool-commands', version: 1, returnCode: highest, commands: results }));
  return highest;
}
