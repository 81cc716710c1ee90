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
  /** The codes that occur: a job of many steps has few. */
  readonly #met = new Set<number>();
  /** Steps that count as 0, until it has been said of them. */
  readonly #assumed = new Set<string>();
  #asked: string[] = [];
  #highest = 0;

  /** `code` null: it was not emulated. */
  record(step: string, code: number | null): void {
    this.#codes.set(step, code ?? 0);
    this.#met.add(code ?? 0);
    this.#highest = Math.max(this.#highest, code ?? 0);
    if (code === null) this.#assumed.add(step);
    else this.#assumed.delete(step);
  }

  codeOf(step: string | null): number | null {
    this.#ask(step);
    return step === null ? this.#highest : (this.#codes.get(step) ?? null);
  }

  /** The first test that bypasses a step; null when none does. */
  bypassing(tests: readonly ReturnCodeTest[]): ReturnCodeTest | null {
    return tests.find((test) => test.kind === 'only' || this.#meets(test)) ?? null;
  }

  /** Steps whose code was asked for and only assumed: each is given once. */
  takeAssumed(): readonly string[] {
    const steps = this.#asked;
    this.#asked = [];
    return steps;
  }

  #meets({ code, operator, step }: ReturnCodeTest): boolean {
    this.#ask(step);
    if (step === null) return [...this.#met].some((own) => compare(code, operator, own));
    const own = this.#codes.get(step);
    return own !== undefined && compare(code, operator, own);
  }

  #ask(step: string | null): void {
    for (const each of step === null ? this.#assumed : [step]) {
      if (this.#assumed.delete(each)) this.#asked.push(each);
    }
  }
}
