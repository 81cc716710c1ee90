/** Runs commands and jobs one after the other as a batch TSO session would, and prints what comes of each. */
import { RingtoolError } from '../core/errors.ts';
import type { Job, Surroundings } from '../jobs/carrier.ts';
import { type JobNews, runJob } from '../session/job-run.ts';
import type { CommandSession } from '../session/tso-session.ts';
import { requireValues } from '../session/unset-values.ts';
import { flagOption, type Invocation, textOption } from './command.ts';
import { jobScreen } from './job-screen.ts';
import { openOrCreate } from './open.ts';
import { sessionFor } from './session-for.ts';
import { surroundingsOf } from './surroundings.ts';
import { typedJob } from './typed-job.ts';
import { readValues } from './values.ts';
import { visibleJson } from './visible.ts';

/** One command typed as arguments. */
export async function emulateTyped(invocation: Invocation, text: string): Promise<number> {
  return emulate(invocation, {
    typed: true,
    names: ['-'],
    read: async ({ symbols }) => [await typedJob(text, symbols)],
  });
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
export async function emulate(invocation: Invocation, emulation: Emulation): Promise<number> {
  const { globals, options } = invocation;
  const values = readValues(options);
  const store = await openOrCreate(globals);
  try {
    const session = await sessionFor(invocation, store);
    const jobs = await emulation.read(surroundingsOf(invocation, session, values));
    for (const job of jobs) requireValues(job.unset);
    // The last thing that may fail before the first command: a run that cannot begin leaves no report.
    const report = await reportOf(invocation);
    try {
      return await runJobs(jobs, session, invocation, emulation, (news) => report?.note(news));
    } finally {
      report?.close();
    }
  } finally {
    await store.close();
  }
}

async function runJobs(
  jobs: readonly Job[],
  session: CommandSession,
  { globals, io, options }: Invocation,
  { typed, names }: Emulation,
  note: (news: JobNews) => void,
): Promise<number> {
  const stopOnError = flagOption(options, 'stopOnError');
  const screen = jobScreen(io, { echo: flagOption(options, 'echo'), fold: flagOption(options, 'fold'), typed });
  const { documentOf } = globals.json ? await import('./job-documents.ts') : { documentOf: null };
  const { watchForForgotten } = typed ? { watchForForgotten: null } : await import('../session/forgotten.ts');
  const watch = watchForForgotten?.();
  const documents: object[] = [];
  let idle = true;
  const tell = (news: JobNews): void => {
    watch?.note(news);
    idle &&= ['hint', 'not-emulated'].includes(news.kind) || (news.kind === 'step' && news.returnCode === null);
    note(news);
    if (documentOf === null) screen(news);
    else if (news.kind === 'output') io.part('err', news.text, news.bytes);
    else {
      const document = documentOf(news);
      if (document !== null) documents.push(document);
    }
  };
  let returnCode = 0;
  let stopped = false;
  for (const job of jobs) {
    const run = await runJob(job, session, { stopOnError, tell, forgiving: !typed });
    returnCode = Math.max(returnCode, run.returnCode);
    // A script that ended by itself has done something, if only not with us.
    idle &&= job.planned !== null;
    stopped = run.stopped;
    if (stopped) break;
  }
  const forgotten = stopped || watch === undefined ? [] : await watch.forgotten(await session.view());
  for (const text of forgotten) io.hint(`forgotten? ${text}`);
  if (idle) throw new RingtoolError('jobs/bad-job', `no command found in ${names.join(', ')}`);
  if (globals.json) io.out(visibleJson({ format: 'ringtool-commands', version: 1, returnCode, commands: documents }));
  return returnCode;
}

async function reportOf({ options, globals }: Invocation) {
  const file = textOption(options, 'report');
  if (file === undefined) return null;
  const { openReport } = await import('./run-report.ts');
  return openReport(file, { force: flagOption(options, 'force'), store: globals.store, dryRun: globals.dryRun });
}
