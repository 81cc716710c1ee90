/** Steps while an exec is being read: written one after the other, with jumps filled in when their ends are known. */
import type { Code, Step } from './code.ts';

export class Assembly {
  readonly #steps: Step[] = [];
  readonly #lines: number[] = [];
  readonly #labels = new Map<string, number>();

  /** Where the next step will be. */
  get here(): number {
    return this.#steps.length;
  }

  add(step: Step, line: number): number {
    this.#steps.push(step);
    this.#lines.push(line);
    return this.#steps.length - 1;
  }

  replace(index: number, step: Step): void {
    this.#steps[index] = step;
  }

  /** Of two labels with one name the first counts. */
  label(name: string): void {
    if (!this.#labels.has(name)) this.#labels.set(name, this.here);
  }

  finish(source: readonly string[]): Code {
    return { steps: this.#steps, lines: this.#lines, labels: this.#labels, source };
  }
}
