/**
 * Whose DD statements are being read: a step's, those behind the call of a procedure, or nobody's.
 *
 * z/OS MVS JCL Reference, "DD statement", name field: without a name it is concatenated to the one before.
 */
import type { Call } from './exec.ts';
import type { DdPart, DdSource, Step } from './model.ts';

/** DD statements in front of the first step. */
const OF_THE_JOB: readonly string[] = ['JOBLIB', 'JOBCAT', 'SYSCHK'];

export class DdOwner {
  #step: Step | null = null;
  #call: Call | null = null;
  #more: ((part: DdPart, source: boolean) => void) | null = null;

  /** The call whose DD statements are read; null when it is none. */
  get call(): Call | null {
    return this.#call;
  }

  ofStep(step: Step): void {
    this.ofNobody();
    this.#step = step;
  }

  ofCall(call: Call): void {
    this.ofNobody();
    this.#call = call;
  }

  ofNobody(): void {
    this.#step = null;
    this.#call = null;
    this.#more = null;
  }

  /** What the DD `name` of the step at hand stands for. */
  source(name: string): DdSource | null {
    return this.#step === null ? null : sourceOf(this.#step, name);
  }

  /** Adds a DD; gives what is wrong with it. `source`: it says itself where its data are. */
  add(name: string, part: DdPart, source: boolean): string | null {
    const [, step, dd = name] = /^([^.]*)\.(.*)$/.exec(name) ?? [];
    if (name === '') {
      this.#more?.(part, source);
      return this.#more === null ? 'a DD without a name, and none before it' : null;
    }
    if (this.#call !== null) {
      const override = { step: step ?? null, dd, parts: [{ part, source }] };
      this.#call.overrides.push(override);
      this.#more = (other, said) => override.parts.push({ part: other, source: said });
      return null;
    }
    if (this.#step !== null) {
      const parts = [part];
      this.#step.dds.add({ name: dd, parts });
      this.#more = (other) => parts.push(other);
      return step === undefined ? null : `//${name}: the step before calls no procedure`;
    }
    this.#more = () => {};
    return OF_THE_JOB.includes(name) ? null : `the DD ${name} belongs to no step`;
  }
}

/** What the DD `name` of `step` stands for: of a concatenation the first. */
export function sourceOf(step: Step, name: string): DdSource | null {
  return step.dds.find(name)?.parts[0]?.source ?? null;
}
