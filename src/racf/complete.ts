/**
 * What may stand at the end of a command around RACDCERT that is being typed: names of users, groups, classes and
 * profiles where it takes them, and its keywords.
 *
 * The text is parsed as if a word ended it, so that abbreviations and lists are understood as in a command that is run.
 */
import type { StoreView } from '../core/view.ts';
import { type Completions, fitting, keywordsOf, openAt } from '../tso/being-typed.ts';
import { resolveKeyword } from '../tso/keyword.ts';
import type { OperandTable, TreeOperand } from '../tso/operand.ts';
import { parseCommand } from '../tso/tree.ts';
import { KNOWN_CLASSES } from './classes.ts';
import { commandCalled } from './commands/index.ts';
import { type Positional, readPositionals } from './positionals.ts';

/** Stands for what is being typed: a name wherever one may stand. */
const WORD = 'X';

/** `text` ends at the cursor, behind the command's name. */
export async function completeRacf(text: string, view: StoreView): Promise<Completions> {
  const open = openAt(text);
  const before = text.slice(0, text.length - open.typed.length);
  const tree = parseCommand(`${before}${WORD}${')'.repeat(open.keywords.length)}`);
  const command = tree.kind === 'command' && !open.quoted ? commandCalled(tree.command) : undefined;
  if (tree.kind === 'problem' || command === undefined) return fitting(open, []);
  const { positionals = [], operands } = command;
  const positional = positionals.find((_, at) => holds(tree.operands, positionals.slice(0, at + 1)));
  const what = positional?.what ?? whatIn(behind(tree.operands, positionals), operands);
  return fitting(open, typeof what === 'string' ? await namesOf(what, view, tree.operands[0]?.text ?? '') : what);
}

/** All operands are positional ones, these. */
function holds(operands: readonly TreeOperand[], positionals: readonly Positional[]): boolean {
  const read = readPositionals(operands, positionals, { prefix: '' });
  return read.kind === 'read' && read.rest.length === 0;
}

/** The last operand behind the positional ones; undefined when those cannot be read. */
function behind(operands: readonly TreeOperand[], positionals: readonly Positional[]): TreeOperand | undefined {
  const read = readPositionals(operands, positionals, { prefix: '' });
  return read.kind === 'read' ? read.rest.at(-1) : undefined;
}

/** The kind of value that ends in `node`, or the words of which one may stand there. */
function whatIn(node: TreeOperand | undefined, table: OperandTable): string | readonly string[] {
  if (node === undefined) return [];
  if (node.sub === null) return keywordsOf(table);
  const keyword = resolveKeyword(node, Object.keys(table));
  const operand = keyword.kind === 'value' ? table[keyword.value] : undefined;
  if (operand?.keywords !== undefined) return whatIn(node.sub.at(-1), operand.keywords);
  return operand?.words ?? operand?.what ?? [];
}

/** Names of this kind; none of a kind that has no names. `first` is what stands first: the class of a profile. */
async function namesOf(what: string, view: StoreView, first: string): Promise<readonly string[]> {
  switch (what) {
    case 'userid':
      return (await view.users()).map(({ id }) => id);
    case 'group name':
      return (await view.groups()).map(({ id }) => id);
    case 'class name':
      return [...KNOWN_CLASSES];
    case 'profile name':
      return (await view.profilesOf(first.toUpperCase())).map(({ name }) => name);
    default:
      return [];
  }
}
