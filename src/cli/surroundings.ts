/** What jobs stand in when this program runs them. */
import { statSync } from 'node:fs';
import { RingtoolError } from '../core/errors.ts';
import type { Surroundings } from '../jobs/carrier.ts';
import { surroundingsFor } from '../session/job-surroundings.ts';
import type { CommandSession } from '../session/tso-session.ts';
import { type Invocation, listOption } from './command.ts';

/** The folders of `--proclib`; throws `cli/usage` for one that is none. */
function procedureFolders(options: Invocation['options']): readonly string[] {
  const folders = listOption(options, 'proclib');
  for (const folder of folders) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
    throw new RingtoolError('cli/usage', `--proclib ${folder} is not a folder`);
  }
  return folders;
}

/** `symbols` are the values of `--set` and `--vars`. */
export function surroundingsOf(
  { globals, options }: Invocation,
  session: CommandSession,
  symbols: ReadonlyMap<string, string>,
): Surroundings {
  const program = process.argv[1];
  return surroundingsFor(session, {
    symbols,
    procedureFolders: procedureFolders(options),
    dryRun: globals.dryRun,
    // Stand-ins are scripts of a POSIX shell.
    program: program === undefined || process.platform === 'win32' ? null : [process.execPath, program],
    environment: process.env,
  });
}
