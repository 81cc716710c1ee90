/** Runs one command that is not RACDCERT: finds it, binds its operands, asks its record. Pure. */
import type { Message } from '../core/message.ts';
import type { CommandView } from '../core/view.ts';
import { bindOperands } from '../tso/bind.ts';
import type { Problem } from '../tso/operand.ts';
import { highestCode } from '../tso/render.ts';
import { suggest } from '../tso/suggest.ts';
import type { CommandTree } from '../tso/tree.ts';
import { racfOutcome, type RacfContext, type RacfOutcome } from './command.ts';
import { commandCalled, COMMANDS } from './commands/index.ts';
import { RACF_MESSAGES, say } from './messages.ts';
import { notEmulatedName, OTHER_PRODUCTS } from './not-emulated.ts';
import { readPositionals } from './positionals.ts';
import { toldOnce } from './told.ts';

/** Text that TSO could not parse is refused, but passes while another product's subcommands are read. */
export async function runRacf(
  view: CommandView,
  tree: CommandTree | Problem,
  context: RacfContext,
): Promise<RacfOutcome> {
  const { session } = context;
  if (session.subcommandsOf !== null) {
    const ends = tree.kind === 'command' && tree.command === 'END';
    return racfOutcome(ends ? { ...session, subcommandsOf: null } : session, { notEmulated: true });
  }
  if (tree.kind === 'problem') return refused(tree, context);
  const { notes } = tree;
  const command = commandCalled(tree.command);
  if (command === undefined) return passOver(tree, context);
  const binding = { prefix: session.prefix };
  const named = readPositionals(tree.operands, command.positionals ?? [], binding);
  if (named.kind === 'problem') return { ...refused(named, context), notes };
  const bound = bindOperands(named.rest, command.operands, binding);
  // TSO without prompting stops at the first operand it cannot take.
  const [problem] = bound.problems;
  if (problem !== undefined) return { ...refused(problem, context), notes, remarks: bound.notes };
  const recorded = bound.keywords.filter((keyword) => command.recorded?.includes(keyword));
  const done = await command.run(view, { ...bound, positionals: named.lists }, context, tree);
  const told = toldOnce(done.session, [
    ...bound.notes,
    ...recorded.map((keyword) => say('RNGT952I', { keyword, command: command.name })),
    ...done.remarks,
    ...(await remarksOnAuthority(view, done, context)),
  ]);
  return { ...done, session: told.session, notes, remarks: told.remarks };
}

/** These commands ask nobody: who rehearses authority should know. */
async function remarksOnAuthority(
  view: CommandView,
  { changes, refreshed, deletedDataSets }: RacfOutcome,
  { user, authority }: RacfContext,
): Promise<readonly Message[]> {
  const changesNothing = changes.length + refreshed.length + deletedDataSets.length === 0;
  if (authority !== 'enforce' || changesNothing) return [];
  const special = (await view.user(user))?.attributes.includes('SPECIAL') === true;
  return special ? [] : [say('RNGT973I', {})];
}

function refused({ message, suggestion }: Problem, { session }: RacfContext): RacfOutcome {
  const returnCode = highestCode([message], RACF_MESSAGES);
  return racfOutcome(session, { messages: [message], suggestion, returnCode });
}

/** A command that exists on z/OS passes with a remark, said once a session; any other is not found. */
function passOver(tree: CommandTree, { session }: RacfContext): RacfOutcome {
  const name = notEmulatedName(tree.command, tree.operands[0]?.text);
  if (name === null) {
    const suggestion = suggest(tree.command, ['RACDCERT', ...COMMANDS.map((each) => each.name)]);
    return racfOutcome(session, { messages: [say('IKJ56500I', { name: tree.command })], suggestion, returnCode: 12 });
  }
  const other = OTHER_PRODUCTS.has(name);
  const subcommandsOf = name === 'ACF' ? name : null;
  if (session.told.includes(name)) return racfOutcome({ ...session, subcommandsOf }, { notEmulated: true });
  const remarks = [say(other ? 'RNGT951I' : 'RNGT950I', { name })];
  return racfOutcome({ ...session, subcommandsOf, told: [...session.told, name] }, { remarks, notEmulated: true });
}
