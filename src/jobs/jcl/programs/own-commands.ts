/**
 * The commands that stand in a step itself, read once: what is planned, what runs and what is skipped are the same
 * objects, by which a caller knows them.
 */
import { type Joined, joinLines } from '../../continuation.ts';
import type { DataLine, Step } from '../model.ts';
import { ownLines } from '../reading.ts';

export interface OwnCommands {
  readonly joined: Joined;
  /** False where data sets hold more of them. */
  readonly complete: boolean;
}

const known = new WeakMap<Step, OwnCommands>();

/** The in-stream commands in the DD `input`; each program has but one. */
export function ownCommands(step: Step, input: string, name: string): OwnCommands {
  const before = known.get(step);
  if (before !== undefined) return before;
  const { lines, complete } = ownLines(step, input);
  const own = { joined: joinLines(lines, step.at.file, name), complete };
  known.set(step, own);
  return own;
}

/** The commands in `lines`, all that the DD `input` has given. */
export function commandsIn(lines: readonly DataLine[], step: Step, input: string, name: string): Joined {
  const own = ownCommands(step, input, name);
  return own.complete ? own.joined : joinLines(lines, step.at.file, name);
}
