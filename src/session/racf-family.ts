/** The commands around RACDCERT as a family, which takes in what is no command at all: it says so. */
import { commandCalled } from '../racf/commands/index.ts';
import { RACF_MESSAGES } from '../racf/messages.ts';
import { runRacf } from '../racf/run.ts';
import type { Problem } from '../tso/operand.ts';
import type { TsoSession } from '../tso/session.ts';
import type { CommandTree } from '../tso/tree.ts';
import type { Family } from './families.ts';

export function racfFamily(tree: CommandTree | Problem, before: TsoSession): Family {
  const called = tree.kind === 'command' && before.subcommandsOf === null ? commandCalled(tree.command) : undefined;
  return {
    catalogue: RACF_MESSAGES,
    name: called?.name ?? null,
    async run(view, { user, now, timeZone, authority = 'special' }) {
      const context = { user, now, timeZone, authority, session: before };
      const { session: after, ...outcome } = await runRacf(view, tree, context);
      return { outcome, after };
    },
    async explain() {
      const { explainRacf } = await import('../racf/explain.ts');
      const explanation = tree.kind === 'problem' ? null : explainRacf(tree, before.prefix);
      return explanation === null ? null : { of: 'racf', explanation };
    },
    async complete(text, view) {
      const { completeRacf } = await import('../racf/complete.ts');
      return completeRacf(text, view);
    },
  };
}
