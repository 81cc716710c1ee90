/** A text of many commands: read by the carrier that recognises it, then run. */
import type { LogicalCommand } from '../core/logical-command.ts';
import { CARRIERS } from '../jobs/index.ts';
import type { Command, Invocation } from './command.ts';
import { emulate } from './emulate.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';

/** Says how the command is used, when it was given nothing to do. */
export function noInput(command: Command, io: Io): number {
  io.err(['ringtool: nothing to run. Give a command, or a file of commands on standard input:', ...command.examples.map((line) => `  ${line}`)].join('\n'));
  return EXIT.usage;
}

export interface Reading {
  readonly commands: readonly LogicalCommand[];
  /** Passages that could not be understood. */
  readonly problems: number;
}

/** The commands of one text; what is not emulated and what is wrong goes to standard error. */
export function readCommands(text: string, fileName: string, { io, globals }: Invocation): Reading {
  const carrier = CARRIERS.find((candidate) => candidate.recognises(text, fileName));
  if (carrier === undefined) {
    io.err(`${fileName}: no carrier of commands is recognised in it`);
    return { commands: [], problems: 1 };
  }
  const { commands, notEmulated, problems } = carrier.read(text, fileName);
  for (const { file, line, text: what, reason } of notEmulated) {
    if (!globals.quiet) io.err(`${file}:${line}: not emulated: ${what} (${reason})`);
  }
  for (const { file, line, text: what } of problems) io.err(`${file}:${line}: ${what}`);
  return { commands, problems: problems.length };
}

export async function runText(invocation: Invocation, text: string, fileName: string, command: Command): Promise<number> {
  const { commands, problems } = readCommands(text, fileName, invocation);
  if (commands.length === 0) return problems > 0 ? EXIT.severe : noInput(command, invocation.io);
  const highest = await emulate(invocation, commands);
  return problems > 0 ? Math.max(highest, EXIT.failed) : highest;
}
