/** From the lines of an exec to a job. */
import type { Job, Surroundings, Unset } from '../carrier.ts';
import type { Code } from './code.ts';
import { Fault, Stop } from './faults.ts';
import { perform } from './perform.ts';
import { fillStrings } from './placeholders.ts';
import { readExec, scanLines } from './read-exec.ts';

/** An exec that is not well formed becomes a job that says so and runs nothing. */
export function readRexx(lines: readonly string[], file: string, surroundings: Surroundings): Job {
  let code: Code;
  let unset: readonly Unset[];
  try {
    const filled = fillStrings(scanLines(lines), surroundings.symbols, file);
    code = readExec(filled.tokens, lines);
    unset = filled.unset;
  } catch (error) {
    if (!(error instanceof Fault || error instanceof Stop)) throw error;
    const remark = { file, line: error.line ?? 1, text: `${error.message}; nothing of the exec is run` };
    return {
      unset: [],
      planned: null,
      async *run() {
        yield { kind: 'problem', remark };
        return { exitCode: null };
      },
    };
  }
  return { unset, planned: null, run: () => perform(code, file, surroundings) };
}
