/** What a program is that steps may run here. */
import type { LogicalCommand } from '../../../core/logical-command.ts';
import type { Answer, JobEvent } from '../../carrier.ts';
import type { DataSets } from '../data-sets.ts';
import type { Step } from '../model.ts';

/** Events of a running step, and what it ends with. */
export type Running<T> = AsyncGenerator<JobEvent, T, Answer | undefined>;

/** The code of a step; null when it was not emulated. */
export type StepCode = number | null;

/** What a step ends with when it cannot be understood: as a command that cannot be parsed does. */
export const PROBLEM_CODE = 12;

/** A step as a program sees it. */
export interface ProgramStep {
  readonly step: Step;
  /** What commands say they belong to: the step, with the job where there are several. */
  readonly name: string;
  readonly dataSets: DataSets;
}

export interface Planned {
  readonly commands: readonly LogicalCommand[];
  /** False where data sets decide, which may not be there yet. */
  readonly complete: boolean;
}

export interface Program {
  readonly names: readonly string[];
  /** Each command's code counts for the run, not only that of the step: a failure is not hidden by what follows. */
  readonly eachCommand: boolean;
  /** DD names that it reads: a symbol without a value matters there. */
  readonly inputs: readonly string[];
  /** The commands it would issue, as far as the job itself says; `run` gives the very same objects. */
  planned(step: Step, name: string): Planned;
  run(step: ProgramStep): Running<StepCode>;
}
