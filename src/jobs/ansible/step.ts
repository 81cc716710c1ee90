/** What a playbook comes to, one thing after the other, and what is told back of a task. */
import type { LogicalCommand } from '../../core/logical-command.ts';
import type { NotEmulated, Remark } from '../carrier.ts';
import type { Value } from '../jinja.ts';

export type Step =
  | { readonly kind: 'play' }
  | { readonly kind: 'task'; readonly task: TaskRun }
  | { readonly kind: 'not-emulated'; readonly part: NotEmulated }
  | { readonly kind: 'problem'; readonly remark: Remark }
  | { readonly kind: 'hint'; readonly remark: Remark };

/** A task with its commands, once for each item of its loop. */
export interface TaskRun {
  readonly name: string;
  readonly module: CommandModule;
  readonly commands: readonly LogicalCommand[];
  /** The highest code that is no failure. */
  readonly maxRc: number;
  /** A failure does not end the play. */
  readonly failureIgnored: boolean;
  /** Also run after a failure (`always`). */
  readonly always: boolean;
  /** Its condition says no. */
  readonly skipped: boolean;
}

/** Whose form its result has; a list of `tso` ends at the first failure, the others go on to their last command. */
export type CommandModule = 'tso' | 'shell' | 'batch';

/** What `register` holds of a task that was run or skipped; null when it was not reached. */
export type Outcome = Value | null;

/**
 * Steps in the order they run. Who runs a task tells its outcome with the next call; who only looks tells nothing, and
 * what hangs on outcomes stays open.
 */
export type Steps = Generator<Step, void, Outcome | undefined>;

interface At {
  readonly file: string;
}

export function leftOut(text: string, line: number, reason: string, { file }: At): Step {
  return { kind: 'not-emulated', part: { file, line, text, reason } };
}

export function problem(line: number, text: string, { file }: At): Step {
  return { kind: 'problem', remark: { file, line, text } };
}
