/**
 * Return codes of the steps that have run.
 *
 * z/OS MVS JCL Reference, "Relational-expression keywords": RC alone is the highest code so far, 0 at the start; a
 * step that did not run has none. A step whose program is not emulated counts as 0, which is said where it matters.
 */
import type { Codes } from './expression.ts';
import { compare, type ReturnCodeTest } from './return-code-test.ts';

export class StepCodes implements Codes {
  readonly #codes = new Map<string, number>();
  readonly #assumed = new Set<string>();
  readonly #told = new Set<string>();
  #highest = 0;

  /** `code` null: it was not emulated. */
  record(step: string, code: number | null): void {
    this.#codes.set(step, code ?? 0);
    this.#highest = Math.max(this.#highest, code ?? 0);
    if (code === null) this.#assumed.add(step);
    else this.#assumed.delete(step);
  }

  codeOf(step: string | null): number | null {
    for (const each of step === null ? this.#assumed : [step]) if (this.#assumed.has(each)) this.#told.add(each);
    return step === null ? this.#highest : (this.#codes.get(step) ?? null);
  }

  /** The first test that bypasses a step; null when none does. */
  bypassing(tests: readonly ReturnCodeTest[]): ReturnCodeTest | null {
    return tests.find((test) => test.kind === 'only' || this.#meets(test)) ?? null;
  }

  /** Steps whose code was asked for and only assumed, since the last call. */
  takeAssumed(): readonly string[] {
    const steps = [...this.#told];
    this.#told.clear();
    return steps;
  }

  #meets({ code, operator, step }: ReturnCodeTest): boolean {
    if (step !== null) {
      const own = this.codeOf(step);
      return own !== null && compare(code, operator, own);
    }
    for (const [each, own] of this.#codes) {
      if (this.#assumed.has(each)) this.#told.add(each);
      if (compare(code, operator, own)) return true;
    }
    return false;
  }
}
