/** One job while it is read: what its statements add to, wherever they stand. */
import type { Surroundings } from '../carrier.ts';
import { Branches } from './branches.ts';
import type { Budget } from './budget.ts';
import { DdOwner } from './dd-owner.ts';
import { newJob } from './job-statement.ts';
import type { Level } from './level.ts';
import { Libraries } from './libraries.ts';
import type { ConvertedJob, Place } from './model.ts';
import { StepNames } from './step-names.ts';
import { Symbols } from './symbols.ts';
import type { Template } from './template.ts';

export class Conversion {
  readonly job: ConvertedJob = newJob();
  readonly symbols: Symbols;
  readonly libraries: Libraries;
  readonly template: Template;
  readonly budget: Budget;
  readonly names = new StepNames();
  readonly branches = new Branches(this.job.nodes);
  readonly owner = new DdOwner();
  readonly #errors = new Set<string>();

  constructor(surroundings: Surroundings, template: Template, budget: Budget) {
    this.symbols = new Symbols(surroundings);
    this.libraries = new Libraries(surroundings, template);
    this.template = template;
    this.budget = budget;
  }

  /** What keeps the job from running; of a line that is read for several calls it is said once. */
  error(at: Place, text: string): void {
    const error = `${at.file}:${at.line} ${text}`;
    if (!this.#errors.has(error)) this.job.errors.push({ ...at, text });
    this.#errors.add(error);
  }

  /** The same, where `text` is null when nothing is wrong. */
  complain(at: Place, text: string | null): void {
    if (text !== null) this.error(at, text);
  }

  hint(at: Place, text: string): void {
    this.job.hints.push({ ...at, text });
  }

  /** Ends the IF statements that `level` has begun and left open. */
  closeBranches({ conditions }: Pick<Level, 'conditions'>): void {
    for (const { at } of this.branches.close(conditions)) this.error(at, 'the IF statement has no ENDIF');
  }
}
