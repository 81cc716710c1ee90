/** The session a call of the program asks for with its options. */
import { RingtoolError } from '../core/errors.ts';
import { isUserId } from '../core/names.ts';
import { openSession } from '../session/open-session.ts';
import type { CommandSession } from '../session/tso-session.ts';
import { openDataSets } from '../store/data-sets.ts';
import type { Store } from '../store/store.ts';
import { flagOption, type Invocation, textOption } from './command.ts';

/** Throws `cli/usage` for a user id that is none. */
export async function sessionFor({ globals, options }: Invocation, store: Store): Promise<CommandSession> {
  const { timeZone, level, now, dryRun } = globals;
  const as = textOption(options, 'as')?.toUpperCase();
  if (as !== undefined && !isUserId(as)) throw new RingtoolError('cli/usage', `--as ${as} is not a user id`);
  const dataSets = globals.dataSets === undefined ? undefined : openDataSets(globals.dataSets, globals.store);
  return openSession(store, {
    dataSets,
    user: as ?? globals.user,
    timeZone,
    level,
    now,
    dryRun,
    overwrite: flagOption(options, 'force'),
    authority: textOption(options, 'authority') === 'enforce' ? 'enforce' : 'special',
  });
}
