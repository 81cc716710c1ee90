/** A playbook as a job: its tasks in order, and the end of the play at the first that fails. */
import type { LogicalCommand } from '../../core/logical-command.ts';
import { type Answer, type Job, type JobEnd, type JobEvent, passOn } from '../carrier.ts';
import { type Answered, outcomeOf, SKIPPED } from './outcome.ts';
import { outerScope } from './scope.ts';
import type { Outcome, Step, Steps, TaskRun } from './step.ts';
import { readPlaybook } from './tasks.ts';
import { readYaml } from './yaml.ts';

export function playbookJob(content: string, file: string, symbols: ReadonlyMap<string, string>): Job {
  const reading = readYaml(content);
  if (reading.kind === 'bad') {
    const text = `this is not proper YAML: ${reading.reason}`;
    return jobOf(() => only({ kind: 'problem', remark: { file, line: reading.line, text } }), [], []);
  }
  // Looked through once with nothing run: for what has no value, and for the commands where all of them are known.
  const scope = outerScope(symbols);
  const look = readPlaybook(reading.documents, file, scope);
  const planned: LogicalCommand[] = [];
  for (const step of look.steps()) if (step.kind === 'task') planned.push(...step.task.commands);
  const steps = (): Steps => readPlaybook(reading.documents, file, outerScope(symbols)).steps();
  return jobOf(steps, look.unset, scope.open ? null : planned);
}

function* only(step: Step): Steps {
  yield step;
}

function jobOf(steps: () => Steps, unset: Job['unset'], planned: Job['planned']): Job {
  return { unset, planned, run: () => passOn(runSteps(steps()), () => {}, asPlanned(planned ?? [])) };
}

/** Gives events the commands of the plan: made anew for each reading, they would not be known as those planned. */
function asPlanned(planned: readonly LogicalCommand[]): (event: JobEvent) => JobEvent {
  const nameOf = ({ file, line, text }: LogicalCommand): string => `${file}:${line} ${text}`;
  const left = new Map<string, LogicalCommand[]>();
  for (const command of planned.toReversed()) {
    const same = left.get(nameOf(command));
    if (same === undefined) left.set(nameOf(command), [command]);
    else same.push(command);
  }
  return (event) => {
    if (event.kind !== 'command' && event.kind !== 'skipped') return event;
    return { ...event, command: left.get(nameOf(event.command))?.pop() ?? event.command };
  };
}

async function* runSteps(steps: Steps): AsyncGenerator<JobEvent, JobEnd, Answer | undefined> {
  /** The task whose failure has ended the play. */
  let failed: string | null = null;
  let outcome: Outcome | undefined;
  for (;;) {
    const { done, value: step } = steps.next(outcome);
    if (done === true) return { exitCode: null };
    outcome = undefined;
    if (step.kind === 'play') failed = null;
    else if (step.kind !== 'task') yield step;
    else {
      const { task } = step;
      const left = task.skipped
        ? 'the condition of its task says no'
        : failed !== null && !task.always
          ? `the task "${failed}" has failed`
          : null;
      if (left !== null) {
        for (const command of task.commands) yield { kind: 'skipped', command, reason: left };
        outcome = task.skipped ? SKIPPED : null;
        continue;
      }
      const ran = yield* runTask(task);
      outcome = outcomeOf(task.module, ran.answered, ran.failed);
      if (ran.failed && !task.failureIgnored) failed ??= task.name;
    }
  }
}

interface Ran {
  readonly answered: readonly Answered[];
  readonly failed: boolean;
}

async function* runTask({ module, commands, maxRc }: TaskRun): AsyncGenerator<JobEvent, Ran, Answer | undefined> {
  const answered: Answered[] = [];
  let failed = false;
  for (const [at, command] of commands.entries()) {
    // The terminal monitor program has one session for all; else each command has a process of its own.
    const answer = (yield { kind: 'command', command, fresh: module !== 'batch' || at === 0 }) ?? NOTHING;
    answered.push({ command: command.text, answer });
    // The last one tells, but of a list of the module the first that fails ends it.
    failed = answer.returnCode > maxRc;
    if (!failed || module !== 'tso') continue;
    const reason = `the command before it has ended above max_rc ${maxRc}`;
    for (const left of commands.slice(at + 1)) yield { kind: 'skipped', command: left, reason };
    break;
  }
  return { answered, failed };
}

const NOTHING: Answer = { returnCode: 0, lines: [] };
