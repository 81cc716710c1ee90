/** The commands that a program reads from a DD: those that stand in the step itself, and those of data sets with them. */
import type { LogicalCommand } from '../../../core/logical-command.ts';
import type { Remark, Unset } from '../../carrier.ts';
import { type Joined, joinLines } from '../../continuation.ts';
import type { DataLine, Step } from '../model.ts';
import { ownLines, unsetInDd } from '../reading.ts';
import type { Template } from '../template.ts';

export interface OwnCommands<T> {
  /** Those in the step itself. */
  readonly own: T;
  /** False where data sets hold more of them. */
  readonly complete: boolean;
  /** What has no value in them and in the statements that lead to them. */
  readonly unset: readonly Unset[];
  /** Those in `lines`, all that the DD has given; where nothing is added the same objects as `own`. */
  all(lines: readonly DataLine[]): T;
}

/** What the DD is, and what its lines may hold besides commands. */
export interface Input {
  readonly step: Step;
  readonly dd: string;
  /** What commands say they belong to. */
  readonly name: string;
  readonly template: Template;
}

/** The commands in the DD, as `made` understands them. */
export function ownCommands<T>({ step, dd, name, template }: Input, made: (joined: Joined) => T): OwnCommands<T> {
  const { lines, complete } = ownLines(step, dd);
  const read = (each: readonly DataLine[]): { readonly found: T; readonly unset: readonly Unset[] } => {
    const { joined, unset } = withoutUnset(joinLines(each, step.at.file, name), template);
    return { found: made(joined), unset };
  };
  const { found: own, unset } = read(lines);
  return {
    own,
    complete,
    unset: [...unsetInDd(step, dd), ...unset],
    all: (whole) => (complete ? own : read(whole).found),
  };
}

/** A command with a placeholder that has no value is a problem instead. */
function withoutUnset(
  joined: Joined,
  template: Template,
): { readonly joined: Joined; readonly unset: readonly Unset[] } {
  const unset: Unset[] = [];
  const commands: LogicalCommand[] = [];
  const problems: Remark[] = [...joined.problems];
  for (const command of joined.commands) {
    const left = template.unset(command);
    if (left.length === 0) commands.push(command);
    else problems.push(withoutValue(left));
    for (const each of left) unset.push(each);
  }
  return { joined: { ...joined, commands, problems }, unset };
}

/** What is said of a command that is known only while the job runs. */
export function withoutValue(unset: readonly Unset[]): Remark {
  const [{ file, line } = { file: '', line: 0 }] = unset;
  return { file, line, text: `no value for ${unset.map(({ text }) => text).join(', ')}: the command is not run` };
}
