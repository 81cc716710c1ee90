/** Options every command takes, and what they default to. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { RingtoolError } from '../core/errors.ts';
import { isUserId } from '../core/names.ts';
import { isRelease, RELEASES } from '../core/release.ts';
import { parseInstant, toLocal } from '../core/time.ts';
import { type Globals, type Invocation, type OptionSpec, flagOption, textOption } from './command.ts';

export const GLOBAL_OPTIONS: readonly OptionSpec[] = [
  { flags: '--store <folder>', description: 'the store (default: RINGTOOL_STORE, else the user data folder)' },
  { flags: '--user <id>', description: "the issuing TSO user (default: the store's, else the login name)" },
  { flags: '--now <instant>', description: 'take this as the time, e.g. 2026-11-20T08:00:00Z' },
  { flags: '--tz <zone>', description: "time zone of listings and of dates typed (default: the store's, else UTC)" },
  { flags: '--level <release>', description: `z/OS release to behave as: ${RELEASES.join(', ')}` },
  { flags: '--datasets <folder>', description: 'where data sets live (default: in the store)' },
  { flags: '--json', description: 'results as JSON' },
  { flags: '--dry-run', description: 'say what would be done, change nothing' },
  { flags: '--quiet', description: 'no hints on standard error' },
  { flags: '--no-color', description: 'no colours' },
];

/** Reads the global options from what commander found; throws `cli/usage` for a value that cannot be. */
export function readGlobals(
  options: Invocation['options'],
  env: Readonly<Record<string, string | undefined>>,
): Globals {
  const user = textOption(options, 'user')?.toUpperCase();
  if (user !== undefined && !isUserId(user)) {
    throw new RingtoolError('cli/usage', `--user ${user} is not a user id`, {
      hint: 'a user id has 1 to 8 characters, A-Z 0-9 @ # $, the first not a digit',
    });
  }
  const level = textOption(options, 'level');
  if (level !== undefined && !isRelease(level)) {
    throw new RingtoolError('cli/usage', `--level ${level} is not a release known here`, {
      hint: `known are ${RELEASES.join(', ')}`,
    });
  }
  const now = textOption(options, 'now');
  const instant = now === undefined ? undefined : parseInstant(now);
  const timeZone = textOption(options, 'tz');
  if (timeZone !== undefined) toLocal(new Date(0), timeZone); // throws for an unknown one
  return {
    store: resolve(textOption(options, 'store') ?? (env.RINGTOOL_STORE || defaultStore(env))),
    user,
    now: instant === undefined ? () => new Date() : () => instant,
    timeZone,
    level,
    json: flagOption(options, 'json'),
    dataSets: textOption(options, 'datasets'),
    color: options.color !== false && !env.NO_COLOR,
    dryRun: flagOption(options, 'dryRun'),
    quiet: flagOption(options, 'quiet'),
  };
}

/** XDG Base Directory Specification: `$XDG_DATA_HOME`, else `~/.local/share`. */
function defaultStore(env: Readonly<Record<string, string | undefined>>): string {
  const data = env.XDG_DATA_HOME;
  // The specification has a relative path ignored.
  return join(data?.startsWith('/') ? data : join(env.HOME || homedir(), '.local/share'), 'ringtool');
}
