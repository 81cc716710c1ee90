/** A command around RACDCERT explained, in short: what it is for, and its operands with their names in full. */
import { resolveKeyword } from '../tso/keyword.ts';
import { printOperand } from '../tso/print.ts';
import type { CommandTree } from '../tso/tree.ts';
import { commandCalled } from './commands/index.ts';
import { readPositionals } from './positionals.ts';

export interface RacfExplanation {
  readonly name: string;
  readonly summary: string;
  /** `named` is what stands first without a keyword, such as a user id. */
  readonly operands: readonly { readonly named: string; readonly written: string }[];
  /** Operands that are accepted and have no effect here. */
  readonly recorded: readonly string[];
}

/** Null for a command that is not one of these, or cannot be read: running it says why. `tree` holds no passwords. */
export function explainRacf(tree: CommandTree, prefix: string): RacfExplanation | null {
  const command = commandCalled(tree.command);
  if (command === undefined) return null;
  const positionals = command.positionals ?? [];
  const read = readPositionals(tree.operands, positionals, { prefix });
  if (read.kind === 'problem') return null;
  const { name, summary, operands: declared, recorded = [] } = command;
  const keywords = read.rest.flatMap((node) => {
    const full = resolveKeyword(node, Object.keys(declared));
    return full.kind === 'value' ? [{ named: full.value, written: printOperand({ ...node, text: full.value }) }] : [];
  });
  const first = tree.operands.slice(0, tree.operands.length - read.rest.length);
  return {
    name,
    summary,
    operands: [
      ...first.map((node, at) => ({ named: positionals[at]?.what ?? 'operand', written: printOperand(node) })),
      ...keywords,
    ],
    recorded: recorded.filter((keyword) => keywords.some(({ named }) => named === keyword)),
  };
}
