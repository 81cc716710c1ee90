/** What a command is called, from its text alone: `RACDCERT GENCERT`, `SETROPTS`. */
import { functionName } from '../racdcert/understand.ts';
import { parseCommand } from '../tso/tree.ts';
import { commandWord } from './redact.ts';

/** For one that cannot be read its first word. */
export function commandName(text: string): string {
  const tree = parseCommand(text);
  if (tree.kind === 'problem' || tree.command !== 'RACDCERT') return commandWord(tree, text);
  const name = functionName(tree);
  return name === null ? 'RACDCERT' : `RACDCERT ${name}`;
}
