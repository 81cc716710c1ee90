/** Runs one command that is not RACDCERT: finds it, binds its operands, asks its record. Pure. */
import type { StoreView } from '../core/view.ts';
import { bindOperands } from '../tso/bind.ts';
import { parseCommand, type CommandTree } from '../tso/tree.ts';
import type { Problem } from '../tso/operand.ts';
import { highestCode } from '../tso/render.ts';
import { racfOutcome, say, type RacfContext, type RacfOutcome } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { RACF_MESSAGES } from './messages.ts';
import { notEmulatedName, OTHER_PRODUCTS } from './not-emulated.ts';

/** As `runRacf`, from text; while another product's subcommands are read, text that TSO could not parse passes. */
export async function runRacfText(view: StoreView, text: string, context: RacfContext): Promise<RacfOutcome> {
  const tree = parseCommand(text);
  if (tree.kind === 'command') return runRacf(view, tree, context);
  return context.session.subcommandsOf === null ? refused([tree], context) : racfOutcome(context.session);
}

export async function runRacf(view: StoreView, tree: CommandTree, context: RacfContext): Promise<RacfOutcome> {
  const { session } = context;
  if (session.subcommandsOf !== null) {
    return racfOutcome(tree.command === 'END' ? { ...session, subcommandsOf: null } : session);
  }
  const command = COMMANDS.find(({ name, aliases }) => name === tree.command || aliases.includes(tree.command));
  if (command === undefined) return passOver(tree, context);
  const bound = bindOperands(tree.operands, command.operands, { prefix: session.prefix });
  if (bound.problems.length > 0) {
    const no = refused(bound.problems, context);
    return { ...no, messages: [...tree.notes, ...no.messages] };
  }
  const done = await command.run(view, bound, context, tree);
  const messages = [...tree.notes, ...done.messages];
  return { ...done, messages, notes: [...bound.notes, ...done.notes] };
}

/** TSO without prompting stops at the first operand it cannot take. */
function refused(problems: readonly Problem[], context: RacfContext): RacfOutcome {
  const [first] = problems;
  const messages = first === undefined ? [] : [first.message];
  const suggestions = first === undefined || first.suggestion === null ? [] : [first.suggestion];
  return racfOutcome(context.session, { messages, suggestions, returnCode: highestCode(messages, RACF_MESSAGES) });
}

/** A command that exists on z/OS passes with a note, said once a session; any other is not found. */
function passOver(tree: CommandTree, { session }: RacfContext): RacfOutcome {
  const name = notEmulatedName(tree.command);
  if (name === null) {
    return racfOutcome(session, { messages: [say('IKJ56500I', { name: tree.command })], returnCode: 12 });
  }
  const other = OTHER_PRODUCTS.has(name);
  const subcommandsOf = name === 'ACF' ? name : null;
  if (session.told.includes(name)) return racfOutcome({ ...session, subcommandsOf });
  const notes = [say(other ? 'RNGT951I' : 'RNGT950I', { name })];
  return racfOutcome({ ...session, subcommandsOf, told: [...session.told, name] }, { notes });
}
