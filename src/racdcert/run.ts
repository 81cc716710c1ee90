/** One RACDCERT command from parse tree to outcome: understood, asked of its function, reminded of REFRESH. Pure. */
import { outcome, type Outcome } from '../core/outcome.ts';
import type { CommandView } from '../core/view.ts';
import { highestCode } from '../tso/render.ts';
import type { CommandTree } from '../tso/tree.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Context } from './function.ts';
import { isUndefined } from './known-users.ts';
import { say } from './messages.ts';
import { concluded, refused } from './refusal.ts';
import { reminders } from './reminder.ts';
import { understand, type Understanding } from './understand.ts';

export async function runRacdcert(view: CommandView, tree: CommandTree, context: Context): Promise<Outcome> {
  const { notes } = tree;
  const understood = understand(tree, context.user, context.prefix);
  switch (understood.kind) {
    case 'problem': {
      const { command, problem } = understood;
      return concluded([problem.message], { function: command, notes, suggestion: problem.suggestion });
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
  if (context.authority === 'enforce') {
    const { refuseUnauthorised } = await import('./authority/authority.ts');
    const refusal = await refuseUnauthorised(view, called, request, context);
    if (refusal !== null) return refused(refusal);
  }
  if (userNamed && !called.undefinedOwner && (await isUndefined(view, request.owner))) {
    return concluded([say('IRRD102I', {})], {});
  }
  const done = await called.run(view, request, context);
  const said = highestCode(done.messages, CATALOGUE);
  const returnCode = said > done.returnCode ? said : done.returnCode;
  // A command that fails changes nothing, whatever its outcome lists.
  if (returnCode >= 8) return outcome({ ...done, returnCode, changes: [], dataSets: [] });
  return { ...done, returnCode, messages: [...done.messages, ...(await reminders(view, done.changes))] };
}
