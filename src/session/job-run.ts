/**
 * Runs a job: gives its commands to a session, tells the job what came of them, and tells the caller everything.
 *
 * A failing command does not stop the next, as in batch; what a job decides by return codes is its carrier's.
 */
import { type ErrorCode, isRingtoolError, type RingtoolError } from '../core/errors.ts';
import type { LogicalCommand } from '../core/logical-command.ts';
import { FAILED_CODE, UNREADABLE_CODE } from '../core/return-code.ts';
import type { Answer, Job, JobEvent } from '../jobs/carrier.ts';
import type { CommandResult } from './result.ts';
import type { CommandSession } from './tso-session.ts';
import { requireValues } from './unset-values.ts';

/** What is told while a job runs: its own events, and for a command what came of it. */
export type JobNews =
  | {
      readonly kind: 'done';
      readonly command: LogicalCommand;
      readonly result: CommandResult;
      /** The job keeps the lines to itself. */
      readonly trapped: boolean;
    }
  /** The command could not be carried out, for a reason outside of it. */
  | { readonly kind: 'broken'; readonly command: LogicalCommand; readonly error: RingtoolError }
  | Exclude<JobEvent, { readonly kind: 'command' }>;

export interface JobRunOptions {
  /** End the job at the first command that fails (code 8 or higher). */
  readonly stopOnError: boolean;
  /** What is forgiven does not count; false for a command of which nothing but its code is wanted. By default true. */
  readonly forgiving?: boolean;
  tell(news: JobNews): void;
}

/** Why commands are not reached any more. */
const STOPPED = 'a command before it failed';

/** Store trouble that the next command would meet again. */
const HOPELESS: readonly ErrorCode[] = [
  'store/absent',
  'store/corrupt',
  'store/newer',
  'store/read-only',
  'store/io',
  'store/full',
];

export interface JobResult {
  /** What the run answers: the exit code of a script that sets one, else the highest code met. */
  readonly returnCode: number;
  /** Stopped by a failing command (`stopOnError`). */
  readonly stopped: boolean;
}

/** Runs `job` to its end. Throws what no further command could mend (`store/...`), and nothing else. */
export async function runJob(job: Job, session: CommandSession, options: JobRunOptions): Promise<JobResult> {
  requireValues(job.unset);
  const running = job.run();
  try {
    return await drive(job, running, session, options);
  } finally {
    // A script that is still at work learns that nobody listens any more; for a job at its end this does nothing.
    await running.return({ exitCode: null });
  }
}

async function drive(
  job: Job,
  running: ReturnType<Job['run']>,
  session: CommandSession,
  { tell, stopOnError, forgiving = true }: JobRunOptions,
): Promise<JobResult> {
  const reached = new Set<LogicalCommand>();
  let step: string | null = null;
  let highest = 0;
  let problems = 0;
  let answer: Answered | undefined;
  /** Of the commands since the last step. */
  let pardon: Pardon = 'none';
  for (;;) {
    const next = await running.next(answer);
    answer = undefined;
    if (next.done) return { returnCode: Math.max(next.value.exitCode ?? highest, problems), stopped: false };
    const event = next.value;
    if (event.kind === 'problem') problems = UNREADABLE_CODE;
    if (event.kind === 'skipped') reached.add(event.command);
    if (event.kind === 'command') {
      reached.add(event.command);
      if (event.fresh || event.command.step !== step) session.begin();
      step = event.command.step;
      answer = await runOne(event.command, event.trapped === true, session, tell);
    } else {
      if (event.kind === 'data-set') answer = await writeDataSet(event, session, tell);
      if (answer === undefined || answer.returnCode === 0) tell(event);
    }
    pardon = event.kind === 'step' ? pardon : pardonAfter(pardon, answer);
    const forgiven = forgiving && (answer?.forgiven === true || (event.kind === 'step' && pardon === 'all'));
    if (event.kind === 'step') pardon = 'none';
    const code = forgiven ? 0 : (answer?.returnCode ?? codeOf(event));
    if (answer !== undefined) highest = Math.max(highest, code);
    if (!stopOnError || code < FAILED_CODE) continue;
    for (const command of job.planned ?? []) {
      if (!reached.has(command)) tell({ kind: 'skipped', command, reason: STOPPED });
    }
    return { returnCode: Math.max(highest, problems), stopped: true };
  }
}

/** An answer to the job, and whether the run counts it. */
interface Answered extends Answer {
  readonly forgiven?: boolean;
}

/** Whether the failures of a step are all forgiven: then its own code, which they make, is as well. */
type Pardon = 'none' | 'all' | 'not all';

function pardonAfter(before: Pardon, answer: Answered | undefined): Pardon {
  if (answer === undefined || answer.returnCode < FAILED_CODE) return before;
  return answer.forgiven === true && before !== 'not all' ? 'all' : 'not all';
}

/** What an event that nobody answers means for a run that is to stop at the first failure. */
function codeOf(event: JobEvent): number {
  if (event.kind === 'problem') return UNREADABLE_CODE;
  return event.kind === 'step' ? (event.returnCode ?? 0) : 0;
}

async function runOne(
  command: LogicalCommand,
  trapped: boolean,
  session: CommandSession,
  tell: JobRunOptions['tell'],
): Promise<Answered> {
  try {
    const result = await session.run(command);
    tell({ kind: 'done', command, result, trapped });
    return result;
  } catch (error) {
    if (!isRingtoolError(error) || HOPELESS.includes(error.code)) throw error;
    tell({ kind: 'broken', command, error });
    return { returnCode: FAILED_CODE, lines: [error.message] };
  }
}

async function writeDataSet(
  { name, bytes, at }: Extract<JobEvent, { kind: 'data-set' }>,
  session: CommandSession,
  tell: JobRunOptions['tell'],
): Promise<Answer> {
  try {
    // What a job carries may hold a private key as well as anything else.
    await session.write({ name, bytes, secret: true });
    return { returnCode: 0, lines: [] };
  } catch (error) {
    if (!isRingtoolError(error) || HOPELESS.includes(error.code)) throw error;
    tell({ kind: 'broken', command: { text: at.text, file: at.file, line: at.line, step: null }, error });
    return { returnCode: FAILED_CODE, lines: [error.message] };
  }
}
