/** What a command is called, from its text alone: `RACDCERT GENCERT`, `SETROPTS`. */
import { understand } from '../racdcert/understand.ts';
import { parseCommand } from '../tso/tree.ts';

/** For one that cannot be read the first word; never more, since what follows may hold a password. */
export function commandName(text: string): string {
  const tree = parseCommand(text);
  if (tree.kind === 'problem') return firstWord(text);
  if (tree.command !== 'RACDCERT') return tree.command;
  const understood = understand(tree, 'IBMUSER', 'IBMUSER');
  switch (understood.kind) {
    case 'request':
      return `RACDCERT ${understood.function.name}`;
    default:
      return understood.command === 'RACDCERT' ? 'RACDCERT' : `RACDCERT ${understood.command}`;
  }
}

function firstWord(text: string): string {
  return /^[\s,]*([A-Za-z@#$][A-Za-z0-9@#$]{0,7})(?![^\s,(])/.exec(text)?.[1]?.toUpperCase() ?? '?';
}
