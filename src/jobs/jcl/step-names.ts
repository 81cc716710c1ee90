/**
 * Names of steps, as COND=, IF and backward references say them: `STEP`, or `CALL.STEP` for one of a procedure.
 *
 * z/OS MVS JCL Reference, "Backward references". Inside a procedure a step of its own is named alone.
 */
import type { Step } from './model.ts';

export class StepNames {
  /** Steps by full name, and by the last two parts of it. */
  readonly #steps = new Map<string, Step>();
  /** Calls of procedures that are not at hand: their steps are not known. */
  readonly #unknown = new Set<string>();

  add(step: Step): void {
    this.#steps.set(step.name, step);
    const short = step.name.split('.').slice(-2).join('.');
    this.#steps.set(short, step);
  }

  addUnknown(name: string): void {
    this.#unknown.add(name);
  }

  /** The step that `name` means in a procedure called by `call` (empty in the job itself). */
  find(name: string, call: string): Step | null {
    return this.#steps.get(inside(call, name)) ?? this.#steps.get(name) ?? null;
  }

  /** Its full name; that of the call where the procedure is not at hand; null when there is none. */
  resolve(name: string, call: string): string | null {
    const found = this.find(name, call);
    if (found !== null) return found.name;
    const first = name.split('.')[0] ?? '';
    return [inside(call, name), inside(call, first), first].find((each) => this.#unknown.has(each)) ?? null;
  }
}

/** `name` within the procedure that the step `call` calls. */
export function inside(call: string, name: string): string {
  return call === '' ? name : `${call}.${name}`;
}
