/** What a command is called, from its text alone: `RACDCERT GENCERT`, `SETROPTS`. */
import { understand } from '../racdcert/understand.ts';
import { parseCommand } from '../tso/tree.ts';
import { commandWord } from './redact.ts';

/** For one that cannot be read its first word. */
export function commandName(text: string): string {
  const tree = parseCommand(text);
  if (tree.kind === 'problem' || tree.command !== 'RACDCERT') return commandWord(tree, text);
  const understood = understand(tree, 'IBMUSER', 'IBMUSER');
  switch (understood.kind) {
    case 'request':
      return `RACDCERT ${understood.function.name}`;
    default:
      return understood.command === 'RACDCERT' ? 'RACDCERT' : `RACDCERT ${understood.command}`;
  }
}
