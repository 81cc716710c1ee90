/** Runs commands and jobs one after the other as a batch TSO session would, and prints what comes of each. */
import { LIMITS } from '../core/limits.ts';
import type { LogicalCommand } from '../core/logical-command.ts';
import { RingtoolError } from '../core/errors.ts';
import { type Job, plainJob, type Surroundings } from '../jobs/carrier.ts';
import { type JobNews, requireValues, runJob } from '../session/job-run.ts';
import type { CommandSession } from '../session/tso-session.ts';
import { flagOption, type Invocation, listOption, type OptionSpec, textOption } from './command.ts';
import { jobScreen } from './job-screen.ts';
import { openOrCreate } from './open.ts';
import { sessionFor } from './session-for.ts';
import { readValues, VALUE_OPTIONS } from './values.ts';
import { visibleJson } from './visible.ts';

export const EMULATION_EXIT_CODES: readonly string[] = [
  '0, 4, 8, 12  the highest return code of the commands, as TSO gives them; that of a script that sets its own',
  '2            the call of ringtool itself is wrong',
];

export const EMULATION_OPTIONS: readonly OptionSpec[] = [
  { flags: '--echo', description: 'print each command before its output' },
  { flags: '--force', description: "write over files of your own (EXPORT to DSN('/path'), --report)" },
  { flags: '--stop-on-error', description: 'end with the first command that fails (code 8 or higher)' },
  { flags: '--report <file>', description: 'write what came of each command to a file, one JSON object a line' },
  ...VALUE_OPTIONS,
  { flags: '--as <user>', description: 'issue the commands as this user, as --user does' },
  {
    flags: '--authority <mode>',
    description: 'enforce: FACILITY and RDATALIB profiles of the store decide what the user may do (default: off)',
    choices: ['off', 'enforce'],
  },
  { flags: '--fold', description: 'fold long messages as a terminal of 80 columns does' },
];

/** Bytes of a command file as text; the bound is the caller's. */
export function commandText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

export const COMMAND_FILE_LIMIT = LIMITS.commandFile;

/** One command typed as arguments. */
export async function emulateTyped(invocation: Invocation, text: string): Promise<number> {
  const command: LogicalCommand = { text, file: '-', line: 1, step: null };
  const job = plainJob({ commands: [command], notEmulated: [], problems: [], hints: [] });
  return emulate(invocation, { typed: true, names: ['-'], read: async () => [job] });
}

export interface Emulation {
  /** The one command comes from the arguments. */
  readonly typed: boolean;
  /** What the texts are called. */
  readonly names: readonly string[];
  /** All jobs are read before the first command runs: a misspelled name must not leave half the work done. */
  read(surroundings: Surroundings): Promise<readonly Job[]>;
}

/** Runs the jobs in order. A failing command does not stop the next, unless `--stop-on-error`. */
export async function emulate(invocation: Invocation, { typed, names, read }: Emulation): Promise<number> {
  const { globals, io, options } = invocation;
  const screen = jobScreen(io, { echo: flagOption(options, 'echo'), fold: flagOption(options, 'fold'), typed });
  const values = readValues(options);
  const store = await openOrCreate(globals);
  const report = await reportOf(options);
  const results: object[] = [];
  let idle = true;
  const tell = (news: JobNews): void => {
    idle &&= news.kind === 'hint' || news.kind === 'not-emulated' || news.kind === 'step';
    report?.note(news);
    if (!globals.json) screen(news);
    else if (news.kind === 'output') io.part('err', news.text);
    else results.push(...resultsOf(news));
  };
  let highest = 0;
  try {
    const session = await sessionFor(invocation, store);
    const jobs = await read(surroundingsOf(invocation, session, values));
    for (const job of jobs) requireValues(job.unset);
    const { watchForForgotten } = typed ? { watchForForgotten: null } : await import('../session/forgotten.ts');
    const watch = watchForForgotten?.();
    let stopped = false;
    for (const job of jobs) {
      const stopOnError = flagOption(options, 'stopOnError');
      const run = await runJob(job, session, {
        stopOnError,
        tell(news) {
          watch?.note(news);
          tell(news);
        },
      });
      highest = Math.max(highest, run.returnCode);
      // A script that ended by itself has done something, if only not with us.
      idle &&= job.planned !== null;
      stopped = run.stopped;
      if (stopped) break;
    }
    for (const text of stopped || watch === undefined ? [] : await watch.forgotten(await session.view()))
      io.hint(`forgotten? ${text}`);
  } finally {
    report?.close();
    await store.close();
  }
  if (idle) throw new RingtoolError('jobs/bad-job', `no command found in ${names.join(', ')}`);
  if (globals.json)
    io.out(visibleJson({ format: 'ringtool-commands', version: 1, returnCode: highest, commands: results }));
  return highest;
}

async function reportOf(options: Invocation['options']) {
  const file = textOption(options, 'report');
  if (file === undefined) return null;
  const { openReport } = await import('./run-report.ts');
  return openReport(file, flagOption(options, 'force'));
}

function surroundingsOf(
  { globals, options }: Invocation,
  session: CommandSession,
  symbols: ReadonlyMap<string, string>,
): Surroundings {
  const program = process.argv[1];
  return {
    symbols,
    procedureFolders: listOption(options, 'proclib'),
    user: session.user,
    now: globals.now(),
    timeZone: session.timeZone,
    prefix: session.user,
    dryRun: globals.dryRun,
    dataSet: (name) => session.read(name),
    program: program === undefined ? null : [process.execPath, program],
  };
}

/** What `--json` says of one piece of news. */
function resultsOf(news: JobNews): readonly object[] {
  switch (news.kind) {
    case 'done': {
      const { file, line } = news.command;
      return [{ file, line, ...news.result }];
    }
    case 'broken': {
      const { file, line } = news.command;
      const { code, message } = news.error;
      return [{ file, line, returnCode: 8, error: { code, message } }];
    }
    case 'skipped':
      return [{ file: news.command.file, line: news.command.line, skipped: news.reason }];
    case 'not-emulated':
      return [{ ...news.part, notEmulated: true }];
    case 'problem':
      return [{ ...news.remark, returnCode: 12, problem: true }];
    default:
      return [];
  }
}
