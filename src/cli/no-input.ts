/** What to say when a command was given nothing to do. */
import type { Command } from './command.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';

/** Says how the command is used, when it was given nothing to do. */
export function noInput(command: Command, io: Io): number {
  const examples = command.examples.map((line) => `  ${line}`);
  io.err(['ringtool: nothing to run. Examples:', ...examples].join('\n'));
  return EXIT.usage;
}
