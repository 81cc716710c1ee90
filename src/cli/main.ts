/**
 * The program: finds the command that is meant, loads only that one, runs it, answers the exit code.
 *
 * Everything heavy stands behind an `import()`; start-up time is a feature.
 */
import { isRingtoolError } from '../core/errors.ts';
import { type Io, processIo } from './io.ts';
import type { Listed } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { GLOBAL_OPTIONS, readGlobals } from './globals.ts';
import { EXIT } from './exit.ts';

declare const __RINGTOOL_VERSION__: string | undefined;

/** Set by the build; the library and the tests run without one. */
const VERSION = typeof __RINGTOOL_VERSION__ === 'string' ? __RINGTOOL_VERSION__ : 'unbuilt';

/** Global options that are followed by a value, e.g. `--store`. */
const WITH_VALUE: ReadonlySet<string> = new Set(
  GLOBAL_OPTIONS.filter(({ flags }) => flags.includes('<')).map(({ flags }) => flags.split(' ')[0] ?? ''),
);

/** Positions of the words that are neither global options nor their values, up to `--`. */
function wordPositions(argv: readonly string[]): number[] {
  const found: number[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') break;
    if (WITH_VALUE.has(word)) at++;
    else if (!word.startsWith('-')) found.push(at);
  }
  return found;
}

/** The command named by the first one or two words, and what is left of the arguments. */
function findCommand(argv: readonly string[]): { listed: Listed; rest: string[] } | null {
  const [first, second] = wordPositions(argv);
  if (first === undefined) return null;
  for (const listed of COMMANDS) {
    const [word, sub] = listed.name.split(' ');
    if (argv[first] !== word) continue;
    if (sub !== undefined && (second === undefined || argv[second] !== sub)) continue;
    const taken = sub === undefined ? [first] : [first, second];
    return { listed, rest: argv.filter((_, at) => !taken.includes(at)) };
  }
  return null;
}

/** Asked for before anything is parsed: a mistake in the arguments has its hints as well. */
function asksForQuiet(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes('--quiet');
}

/** Runs the program with these arguments; never throws. */
export async function main(
  argv: readonly string[],
  io: Io = processIo({ quiet: asksForQuiet(argv) }),
): Promise<number> {
  let failure: number | undefined;
  try {
    const found = findCommand(argv);
    if (found === null) {
      const { answerWithoutCommand } = await import('./without-command.ts');
      const words = wordPositions(argv).map((at) => argv[at] ?? '');
      return answerWithoutCommand(argv, words, VERSION, io);
    }
    const [{ parseArguments }, command] = await Promise.all([import('./arguments.ts'), found.listed.load()]);
    failure = command.failureCode;
    const parsed = await parseArguments(found.listed, command, found.rest, io);
    if (parsed.kind === 'answered') return parsed.exitCode;
    return await command.run({ ...parsed, globals: readGlobals(parsed.options, io.env), io });
  } catch (error) {
    return reportFailure(error, failure, io);
  }
}

/** One line for what went wrong, one for the way out; the stack only for RINGTOOL_DEBUG=1. */
function reportFailure(error: unknown, failure: number | undefined, io: Io): number {
  if (io.env.RINGTOOL_DEBUG === '1' && error instanceof Error) io.err(error.stack ?? String(error));
  if (!isRingtoolError(error)) {
    io.err(`ringtool: unexpected: ${error instanceof Error ? error.message : String(error)}`);
    io.err('this is a fault in ringtool: RINGTOOL_DEBUG=1 shows where; please report it');
    return EXIT.severe;
  }
  io.err(`ringtool: ${error.message}`);
  if (error.hint !== undefined) io.hint(`hint: ${error.hint}`);
  if (isRingtoolError(error, 'cli/usage', 'core/bad-instant', 'core/bad-time-zone')) return EXIT.usage;
  if (isRingtoolError(error, 'internal/unreachable')) return EXIT.severe;
  if (failure !== undefined) return failure;
  return isRingtoolError(error, 'store/corrupt', 'store/newer', 'store/io') ? EXIT.severe : EXIT.failed;
}

export function start(): void {
  main(process.argv.slice(2)).then((exitCode) => {
    // All output is written by now; to wait for Node to find nothing left to do costs a millisecond.
    process.exit(exitCode);
  });
}
