/** What a built-in function is. */
import type { Exec, Frame, Run } from '../exec.ts';
import type { Arguments } from './arguments.ts';

export interface BuiltIn {
  /** How many values it takes. */
  readonly least: number;
  readonly most: number;
  run(values: Arguments, exec: Exec, frame: Frame): string | Run<string>;
}

export type BuiltIns = Readonly<Record<string, BuiltIn>>;

/** A function of its values alone. */
export function of(least: number, most: number, run: BuiltIn['run']): BuiltIn {
  return { least, most, run };
}
