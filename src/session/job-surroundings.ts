/** What a job stands in when a session runs it: what the session knows, and what the caller adds. */
import type { Surroundings } from '../jobs/carrier.ts';
import type { CommandSession } from './tso-session.ts';

/** What is not given: no values, no folders of procedures, no variables, and no program for a shell to call. */
export type GivenSurroundings = Partial<
  Pick<Surroundings, 'symbols' | 'procedureFolders' | 'dryRun' | 'program' | 'environment'>
>;

/** The surroundings for `readJob`, whose job is then run by `runJob` in the same session. */
export function surroundingsFor(session: CommandSession, given: GivenSurroundings = {}): Surroundings {
  const { symbols = new Map(), procedureFolders = [], dryRun = false, program = null, environment = {} } = given;
  const { user, timeZone } = session;
  return {
    symbols,
    procedureFolders,
    user,
    now: session.now(),
    timeZone,
    prefix: user,
    dryRun,
    dataSet: (name) => session.read(name),
    program,
    environment,
  };
}
