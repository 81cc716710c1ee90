/** One RACDCERT command from parse tree to outcome: understood, asked of its function, reminded of REFRESH. Pure. */
import { outcome, type Outcome } from '../core/outcome.ts';
import { FAILED_CODE } from '../core/return-code.ts';
import type { CommandView } from '../core/view.ts';
import { highestCode } from '../tso/render.ts';
import type { CommandTree } from '../tso/tree.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Context } from './function.ts';
import type { Permission } from './authority/authority.ts';
import { refuseUndefined } from './known-users.ts';
import { concluded, isRefusal, refused, type Refusal } from './refusal.ts';
import { reminders } from './reminder.ts';
import { understand, type Understanding } from './understand.ts';

export async function runRacdcert(view: CommandView, tree: CommandTree, context: Context): Promise<Outcome> {
  const { notes } = tree;
  const understood = understand(tree, context.user, context.prefix);
  switch (understood.kind) {
    case 'problem': {
      const { command, problem, notes: remarks } = understood;
      return concluded([problem.message], { function: command, notes, remarks, suggestion: problem.suggestion });
    }
    case 'refused': {
      const { command, message, notes: remarks } = understood;
      return concluded([message], { function: command, notes, remarks });
    }
    case 'request': {
      const done = await perform(understood, view, context);
      return { ...done, function: understood.function.name, notes, remarks: [...understood.notes, ...done.remarks] };
    }
  }
}

type Requested = Extract<Understanding, { kind: 'request' }>;

async function perform(requested: Requested, view: CommandView, context: Context): Promise<Outcome> {
  const { function: called, request, userNamed } = requested;
  const permission = await permitted(view, called, request, context);
  if (isRefusal(permission)) return refused(permission);
  const stranger = userNamed && !called.undefinedOwner ? await refuseUndefined(view, request.owner) : null;
  if (stranger !== null) return refused(stranger);
  const decided = await called.run(view, request, context);
  const done = { ...decided, remarks: [...permission.remarks, ...decided.remarks] };
  const said = highestCode(done.messages, CATALOGUE);
  const returnCode = said > done.returnCode ? said : done.returnCode;
  // A command that fails changes nothing, whatever its outcome lists.
  if (returnCode >= FAILED_CODE) return outcome({ ...done, returnCode, changes: [], dataSets: [] });
  return { ...done, returnCode, messages: [...done.messages, ...(await reminders(view, done.changes))] };
}

/** Everything is permitted unless authority is enforced. */
async function permitted(
  view: CommandView,
  called: Requested['function'],
  request: Requested['request'],
  context: Context,
): Promise<Permission | Refusal> {
  if (context.authority !== 'enforce') return { kind: 'permission', remarks: [] };
  const { authorise } = await import('./authority/authority.ts');
  return authorise(view, called, request, context);
}
