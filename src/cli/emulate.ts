/** Runs commands one after the other as a batch TSO session would, and prints each result. */
import { LIMITS } from '../core/limits.ts';
import type { LogicalCommand } from '../core/logical-command.ts';
import { type Invocation, type OptionSpec, flagOption } from './command.ts';
import { circumstances, openOrCreate, openStoreDataSets } from './open.ts';
import { openTsoSession } from './tso-session.ts';
import { visibleJson } from './visible.ts';

export const EMULATION_EXIT_CODES: readonly string[] = [
  '0, 4, 8, 12  the highest return code of the commands, as TSO gives them',
  '2            the call of ringtool itself is wrong',
];

export const ECHO_OPTION: OptionSpec = { flags: '--echo', description: 'print each command before its output' };

/** Text that the carriers could not make a command of. */
export interface Leftover {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

/** Bytes of a command file as text; the bound is the caller's. */
export function commandText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

export const COMMAND_FILE_LIMIT = LIMITS.commandFile;

/** Runs `commands` in order. A failing one does not stop the next; the highest code is the answer. */
export async function emulate(invocation: Invocation, commands: readonly LogicalCommand[]): Promise<number> {
  const { globals, io, options } = invocation;
  const store = await openOrCreate(globals);
  const results = [];
  let highest = 0;
  try {
    const { user, timeZone, level } = circumstances(globals, await store.view().settings(), io);
    const session = openTsoSession({
      store,
      dataSets: await openStoreDataSets(globals),
      user,
      timeZone,
      level,
      now: globals.now,
      dryRun: globals.dryRun,
    });
    for (const command of commands) {
      const result = await session.run(command.text);
      highest = Math.max(highest, result.returnCode);
      if (globals.json) {
        results.push({ file: command.file, line: command.line, ...result });
        continue;
      }
      if (flagOption(options, 'echo')) io.out(result.command);
      if (result.lines.length > 0) io.out(result.lines.join('\n'));
      if (!globals.quiet) for (const hint of result.hints) io.err(hint);
    }
  } finally {
    await store.close();
  }
  if (globals.json) io.out(visibleJson({ format: 'ringtool/commands', version: 1, returnCode: highest, commands: results }));
  return highest;
}
