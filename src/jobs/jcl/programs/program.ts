/** What a program is that steps may run here. */
import type { LogicalCommand } from '../../../core/logical-command.ts';
import type { Running, Unset } from '../../carrier.ts';
import type { DataSets } from '../data-sets.ts';
import type { Step } from '../model.ts';
import type { Template } from '../template.ts';

/** The code of a step; null when it was not emulated. */
export type StepCode = number | null;

/**
 * A step made ready, once: what is planned, skipped and run are the same commands as objects, by which a caller
 * knows them.
 */
export interface ReadyStep {
  /** The commands it would issue, as far as the job itself says. */
  readonly commands: readonly LogicalCommand[];
  /** False where data sets decide, which may not be there yet. */
  readonly complete: boolean;
  /** Symbols and placeholders without a value in what it reads. */
  readonly unset: readonly Unset[];
  run(dataSets: DataSets): Running<StepCode>;
}

export interface Program {
  readonly names: readonly string[];
  /** Each command's code counts for the run, not only that of the step: a failure is not hidden by what follows. */
  readonly eachCommand: boolean;
  /** `name` is what commands say they belong to: the step, with the job where there are several. */
  ready(step: Step, name: string, template: Template): ReadyStep;
}
