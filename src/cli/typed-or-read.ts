/** What `racdcert` and `tso` do alike: run the words of the call, or ask at a terminal, or read standard input. */
import type { Command, Invocation } from './command.ts';
import { textOfInput } from './command-text.ts';
import { emulateTyped } from './emulate.ts';
import { noInput } from './no-input.ts';

export interface TypedOrRead {
  /** `racdcert` or `tso`: what the prompt is called. */
  readonly name: string;
  /** What is typed as a whole command. */
  readonly commandOf: (typed: string) => string;
}

/** `command` is asked for its examples when there is nothing to run. */
export async function runTypedOrRead(invocation: Invocation, command: Command, given: TypedOrRead): Promise<number> {
  const { words, io } = invocation;
  if (words.length > 0) return emulateTyped(invocation, given.commandOf(words.join(' ')));
  if (io.inputIsTerminal && io.outputIsTerminal) {
    const { interact } = await import('./interactive.ts');
    return interact(invocation, given);
  }
  const text = io.inputIsTerminal ? '' : textOfInput(io);
  if (text.trim() === '') return noInput(command, io);
  const { runTexts } = await import('./run-text.ts');
  return runTexts(invocation, [{ name: '-', text }]);
}
