/**
 * The two families of commands, RACDCERT and those around it: they do not know each other, this is where they meet.
 *
 * A family is loaded when its first command comes: most runs need one only.
 */
import type { Outcome } from '../core/outcome.ts';
import type { CommandView, StoreView } from '../core/view.ts';
import type { Explanation } from '../racdcert/explain/explain.ts';
import type { Context, PlanContext } from '../racdcert/function.ts';
import type { RacfExplanation } from '../racf/explain.ts';
import type { Completions } from '../tso/being-typed.ts';
import type { Problem } from '../tso/operand.ts';
import type { Catalogue } from '../tso/render.ts';
import type { TsoSession } from '../tso/session.ts';
import type { CommandTree } from '../tso/tree.ts';

/** What a family can do with one command. */
export interface Family {
  readonly catalogue: Catalogue;
  /** The command's name in full; null for one that the family does not have. */
  readonly name: string | null;
  /** Pure, so that a command that met the commit of another is simply run again. */
  run(view: CommandView, context: Omit<Context, 'prefix'>): Promise<Ran>;
  /** Null for what the family does not have, or cannot read: running it says why. */
  explain(view: CommandView, context: PlanContext): Promise<FamilyExplanation | null>;
  /** What may stand at the end of `text`, which is the command as far as it is typed. */
  complete(text: string, view: StoreView, issuer: string): Promise<Completions>;
}

export interface Ran {
  readonly outcome: Outcome;
  /** The session as the command leaves it. */
  readonly after: TsoSession;
}

export type FamilyExplanation =
  | { readonly of: 'racdcert'; readonly explanation: Explanation }
  | { readonly of: 'racf'; readonly explanation: RacfExplanation };

/** The family of a command, which is parsed already. */
export async function familyOf(tree: CommandTree | Problem, before: TsoSession): Promise<Family> {
  if (tree.kind === 'command' && tree.command === 'RACDCERT' && before.subcommandsOf === null) {
    const { racdcertFamily } = await import('./racdcert-family.ts');
    return racdcertFamily(tree, before);
  }
  const { racfFamily } = await import('./racf-family.ts');
  return racfFamily(tree, before);
}
