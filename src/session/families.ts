/**
 * The two families of commands, RACDCERT and those around it: they do not know each other, this is where they meet.
 *
 * A family is loaded when its first command comes: most runs need one only.
 */
import type { Outcome } from '../core/outcome.ts';
import type { CommandView } from '../core/view.ts';
import type { Context } from '../racdcert/function.ts';
import type { Problem } from '../tso/operand.ts';
import type { Catalogue } from '../tso/render.ts';
import type { TsoSession } from '../tso/session.ts';
import type { CommandTree } from '../tso/tree.ts';

export interface Family {
  readonly catalogue: Catalogue;
  /** The command's name in full; null for one that the family does not have. */
  readonly name: string | null;
  /** Pure, so that a command that met the commit of another is simply run again. */
  run(view: CommandView, context: Omit<Context, 'prefix'>): Promise<Ran>;
}

export interface Ran {
  readonly outcome: Outcome;
  /** The session as the command leaves it. */
  readonly after: TsoSession;
}

/** The family of a command, which is parsed already. */
export async function familyOf(tree: CommandTree | Problem, before: TsoSession): Promise<Family> {
  if (tree.kind === 'command' && tree.command === 'RACDCERT' && before.subcommandsOf === null) {
    const { runRacdcert } = await import('../racdcert/run.ts');
    const { CATALOGUE } = await import('../racdcert/catalogue.ts');
    return {
      catalogue: CATALOGUE,
      name: tree.command,
      run: async (view, context) => ({
        outcome: await runRacdcert(view, tree, { ...context, prefix: before.prefix }),
        after: before,
      }),
    };
  }
  const { runRacf } = await import('../racf/run.ts');
  const { COMMANDS } = await import('../racf/commands/index.ts');
  const { RACF_MESSAGES } = await import('../racf/messages.ts');
  const called =
    tree.kind === 'command' && before.subcommandsOf === null
      ? COMMANDS.find(({ name, aliases }) => [name, ...aliases].includes(tree.command))
      : undefined;
  return {
    catalogue: RACF_MESSAGES,
    name: called?.name ?? null,
    async run(view, { user, now, timeZone }) {
      const { session: after, ...outcome } = await runRacf(view, tree, { user, now, timeZone, session: before });
      return { outcome, after };
    },
  };
}
