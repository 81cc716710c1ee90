/** A text of many commands: read by the carrier that recognises it, then run. */
import type { LogicalCommand } from '../core/logical-command.ts';
import { readJob } from '../jobs/index.ts';
import type { Command, Invocation } from './command.ts';
import { emulate } from './emulate.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';

/** A passage that cannot be understood answers as a command that cannot be parsed does. */
export const PROBLEM_CODE = 12;

/** Says how the command is used, when it was given nothing to do. */
export function noInput(command: Command, io: Io): number {
  const examples = command.examples.map((line) => `  ${line}`);
  io.err(['ringtool: nothing to run. Examples:', ...examples].join('\n'));
  return EXIT.usage;
}

export interface Reading {
  readonly commands: readonly LogicalCommand[];
  readonly problems: number;
}

/** The commands of one text; what is not emulated and what is wrong goes to standard error. */
export function readCommands(text: string, fileName: string, { io }: Invocation): Reading {
  const { commands, notEmulated, problems, hints } = readJob(text, fileName);
  const at = ({ file, line }: { readonly file: string; readonly line: number }): string => `${file}:${line}`;
  for (const part of notEmulated) io.hint(`${at(part)}: not emulated: ${part.text} (${part.reason})`);
  for (const hint of hints) io.hint(`${at(hint)}: hint: ${hint.text}`);
  for (const problem of problems) io.err(`${at(problem)}: ${problem.text}`);
  return { commands, problems: problems.length };
}

/** Reads and runs one text; nothing in it is answered with the usage of `command`. */
export async function runText(
  invocation: Invocation,
  text: string,
  fileName: string,
  command: Command,
): Promise<number> {
  const { commands, problems } = readCommands(text, fileName, invocation);
  if (commands.length === 0 && problems === 0) return noInput(command, invocation.io);
  const highest = commands.length === 0 ? 0 : await emulate(invocation, commands);
  return problems > 0 ? Math.max(highest, PROBLEM_CODE) : highest;
}
