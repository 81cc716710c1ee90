/** A playbook as a job: its tasks in order, and the end of the play at the first that fails. */
import type { Answer, Job, JobEnd, JobEvent } from '../carrier.ts';
import { outerScope } from './scope.ts';
import { type Step, stepsOf, type TaskRun } from './tasks.ts';
import { readYaml } from './yaml.ts';

export function playbookJob(content: string, file: string, symbols: ReadonlyMap<string, string>): Job {
  const reading = readYaml(content);
  if (reading.kind === 'bad') {
    const text = `this is not proper YAML: ${reading.reason}`;
    return jobOf([{ kind: 'problem', remark: { file, line: reading.line, text } }], []);
  }
  const { steps, unset } = stepsOf(reading.documents, file, outerScope(symbols));
  return jobOf(steps, unset);
}

function jobOf(steps: readonly Step[], unset: Job['unset']): Job {
  return {
    unset,
    planned: steps.flatMap((step) => (step.kind === 'task' ? step.task.commands : [])),
    run: () => runSteps(steps),
  };
}

async function* runSteps(steps: readonly Step[]): AsyncGenerator<JobEvent, JobEnd, Answer | undefined> {
  /** The task whose failure has ended the play. */
  let failed: string | null = null;
  for (const step of steps) {
    if (step.kind === 'play') failed = null;
    else if (step.kind === 'not-emulated') yield step;
    else if (step.kind === 'problem') yield step;
    else {
      const { task } = step;
      const reason = task.skipped
        ? 'the condition of its task says no'
        : failed !== null && !task.always
          ? `the task "${failed}" has failed`
          : null;
      if (reason !== null) for (const command of task.commands) yield { kind: 'skipped', command, reason };
      else if (!(yield* runTask(task)) && !task.failureIgnored) failed ??= task.name;
    }
  }
  return { exitCode: null };
}

/** True when it has not failed. */
async function* runTask({ commands, maxRc }: TaskRun): AsyncGenerator<JobEvent, boolean, Answer | undefined> {
  for (const [at, command] of commands.entries()) {
    // The module runs each command in a process of its own, and so in a session of its own.
    const answer = yield { kind: 'command', command, fresh: true };
    if ((answer?.returnCode ?? 0) <= maxRc) continue;
    const reason = `the command before it has ended above max_rc ${maxRc}`;
    for (const left of commands.slice(at + 1)) yield { kind: 'skipped', command: left, reason };
    return false;
  }
  return true;
}
