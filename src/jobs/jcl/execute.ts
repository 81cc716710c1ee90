/**
 * The second phase: steps run in order, conditions decided by the codes so far.
 *
 * z/OS MVS JCL User's Guide, "Conditional execution". A job with errors is not run at all.
 */
import { type JobEnd, type JobEvent, passOn, type Running } from '../carrier.ts';
import { StepCodes } from './codes.ts';
import type { DataSets } from './data-sets.ts';
import { holds } from './expression.ts';
import type { Branch, ConvertedJob, LeftOut, Node, Place, Step } from './model.ts';
import { programOf } from './programs/index.ts';
import type { StepCode } from './programs/program.ts';
import { type ReadySteps, shownName } from './ready.ts';

/**
 * Runs `jobs` one after the other. The exit code is the highest of the TSO commands and of the other steps: a DELETE
 * that IDCAMS forgives (SET MAXCC=0) is none. `dataSets` gives each job its own temporary ones.
 */
export async function* execute(
  jobs: readonly ConvertedJob[],
  ready: ReadySteps,
  dataSets: () => DataSets,
): Running<JobEnd> {
  const several = jobs.length > 1;
  let highest = 0;
  for (const job of jobs) {
    highest = Math.max(highest, yield* new JobRun(job, several, ready, dataSets()).run());
  }
  return { exitCode: highest };
}

class JobRun {
  readonly #job: ConvertedJob;
  readonly #several: boolean;
  readonly #ready: ReadySteps;
  readonly #dataSets: DataSets;
  readonly #codes = new StepCodes();
  /** Why no further step is run; null while they are. */
  #flushed: string | null = null;
  /** The highest code of this job, as the run counts it. */
  #highest = 0;
  /** RESTART=, until that step has come. */
  #restart: string | null = null;

  constructor(job: ConvertedJob, several: boolean, ready: ReadySteps, dataSets: DataSets) {
    this.#job = job;
    this.#several = several;
    this.#ready = ready;
    this.#dataSets = dataSets;
  }

  async *run(): Running<number> {
    const { hints, notEmulated, scan, nodes, restart } = this.#job;
    const errors = [...this.#job.errors];
    this.#restart = restart?.step ?? null;
    if (restart !== null && !hasStep(nodes, restart.step)) {
      errors.push({ ...restart.at, text: `RESTART=${restart.step}: the job has no such step` });
    }
    for (const part of notEmulated) yield { kind: 'not-emulated', part };
    for (const remark of hints) yield { kind: 'hint', remark };
    for (const remark of errors) yield { kind: 'problem', remark };
    if (errors.length > 0) this.#flushed = 'the job has errors and is not run';
    else if (scan) this.#flushed = 'the job is only looked at';
    yield* this.#nodes(nodes, null);
    return this.#highest;
  }

  async *#nodes(nodes: readonly Node[], skipped: string | null): Running<void> {
    for (const node of nodes) {
      if (node.kind === 'if') yield* this.#branch(node, skipped);
      else if (node.kind === 'step') yield* this.#step(node, skipped);
      else yield* this.#leftOut(node, skipped);
    }
  }

  async *#branch({ expression, at, whenTrue, whenFalse }: Branch, skipped: string | null): Running<void> {
    // Where the job begins further down, both branches are looked through for that step.
    if (skipped !== null || this.#flushed !== null || this.#restart !== null) {
      yield* this.#nodes(whenTrue, skipped);
      yield* this.#nodes(whenFalse, skipped);
      return;
    }
    const value = holds(expression, this.#codes);
    yield* this.#assumed(at);
    const because = `the IF of line ${at.line} is ${value}`;
    yield* this.#nodes(whenTrue, value ? null : because);
    yield* this.#nodes(whenFalse, value ? because : null);
  }

  async *#leftOut({ name, part }: LeftOut, skipped: string | null): Running<void> {
    if (this.#mayBegin(name ?? '') && skipped === null && this.#flushed === null) {
      yield { kind: 'not-emulated', part };
      if (name !== null) this.#codes.record(name, null);
    }
    if (name !== null) yield this.#ended(name, null);
  }

  async *#step(step: Step, skipped: string | null): Running<void> {
    const reason = skipped ?? this.#flushed ?? (yield* this.#bypass(step));
    if (reason !== null) {
      for (const command of this.#ready.get(step)?.commands ?? []) {
        yield { kind: 'skipped', command, reason };
      }
      yield this.#ended(step.name, null);
      return;
    }
    const code = yield* this.#program(step);
    this.#codes.record(step.name, code);
    yield this.#ended(step.name, code);
  }

  /** Why a step is bypassed; null when it is not. */
  async *#bypass(step: Step): Running<string | null> {
    if (!this.#mayBegin(step.name)) return `RESTART=${this.#restart ?? ''}`;
    const ofJob = this.#codes.bypassing(this.#job.conditions);
    if (ofJob !== null) this.#flushed = 'COND= of the JOB statement holds';
    const own = ofJob === null ? this.#codes.bypassing(step.conditions) : null;
    yield* this.#assumed(step.at);
    return own === null ? this.#flushed : `COND= of the step holds`;
  }

  async *#program(step: Step): Running<StepCode> {
    const ready = this.#ready.get(step);
    if (ready !== undefined) {
      const each = programOf(step.program)?.eachCommand === true;
      const code = yield* passOn(ready.run(this.#dataSets), (_, answer) => {
        if (each) this.#count(answer?.returnCode);
      });
      this.#count(code);
      return code;
    }
    // Never the parameters: a PARM may hold a password.
    const text = `//${step.name} EXEC`;
    const reason = `the program ${step.program} is not emulated`;
    yield { kind: 'not-emulated', part: { ...step.at, text, reason } };
    return null;
  }

  /** Keeps the highest code. */
  #count(code: number | null = null): void {
    this.#highest = Math.max(this.#highest, code ?? 0);
  }

  /** False for the steps in front of the one that RESTART= names. */
  #mayBegin(name: string): boolean {
    if (this.#restart === null) return true;
    if (!isStep(name, this.#restart)) return false;
    this.#restart = null;
    return true;
  }

  *#assumed({ file, line }: Place): Generator<JobEvent, void> {
    for (const step of this.#codes.takeAssumed()) {
      const text = `step ${step} is not emulated: its return code is taken as 0 here`;
      yield { kind: 'hint', remark: { file, line, text } };
    }
  }

  #ended(step: string, returnCode: StepCode): JobEvent {
    return { kind: 'step', name: shownName(this.#job, step, this.#several), returnCode };
  }
}

/** True when the step `name` is `wanted`, or one of the procedure that it calls. */
function isStep(name: string, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}.`);
}

function hasStep(nodes: readonly Node[], wanted: string): boolean {
  return nodes.some((node) =>
    node.kind === 'if'
      ? hasStep(node.whenTrue, wanted) || hasStep(node.whenFalse, wanted)
      : node.name !== null && isStep(node.name, wanted),
  );
}
