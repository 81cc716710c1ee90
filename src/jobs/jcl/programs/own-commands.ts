/** The commands that a program reads from a DD: those that stand in the step itself, and those of data sets with them. */
import { type Joined, joinLines } from '../../continuation.ts';
import type { DataLine, Step } from '../model.ts';
import { ownLines } from '../reading.ts';

export interface OwnCommands<T> {
  /** Those in the step itself. */
  readonly own: T;
  /** False where data sets hold more of them. */
  readonly complete: boolean;
  /** Those in `lines`, all that the DD has given; where nothing is added the same objects as `own`. */
  all(lines: readonly DataLine[]): T;
}

/** The commands in the DD `input`, as `made` understands them. */
export function ownCommands<T>(step: Step, input: string, name: string, made: (joined: Joined) => T): OwnCommands<T> {
  const { lines, complete } = ownLines(step, input);
  const read = (each: readonly DataLine[]): T => made(joinLines(each, step.at.file, name));
  const own = read(lines);
  return { own, complete, all: (whole) => (complete ? own : read(whole)) };
}
