/**
 * A RACF or TSO command as a record: its name, its aliases, and a pure `run`.
 *
 * RACF Command Language Reference; TSO/E Command Reference.
 */
import { outcome, type Outcome } from '../core/outcome.ts';
import type { CommandView } from '../core/view.ts';
import type { BoundOperands } from '../tso/bind.ts';
import type { OperandTable } from '../tso/operand.ts';
import type { TsoSession } from '../tso/session.ts';
import type { CommandTree } from '../tso/tree.ts';
import type { Positional, Positionals } from './positionals.ts';

/** The circumstances of one command. */
export interface RacfContext {
  /** The user who issues it. */
  readonly user: string;
  readonly now: Date;
  readonly timeZone: string;
  readonly session: TsoSession;
  /** `enforce`: profiles decide what RACDCERT may do. The commands here ask nobody, and say so. */
  readonly authority: 'special' | 'enforce';
}

/** An outcome, and the session as the command leaves it. */
export interface RacfOutcome extends Outcome {
  readonly session: TsoSession;
}

export interface RacfCommand<
  Table extends OperandTable = OperandTable,
  Named extends readonly Positional[] = readonly Positional[],
> {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One line for help. */
  readonly summary: string;
  /** What stands first, without a keyword: a user, a class and its profiles. */
  readonly positionals?: Named;
  readonly operands: Table;
  /** Operands that are accepted and have no effect here: said once a session. */
  readonly recorded?: readonly string[];
  /** `bound` holds no problems: those are refused before. */
  run(
    view: CommandView,
    bound: BoundOperands<Table> & { readonly positionals: Positionals<Named> },
    context: RacfContext,
    tree: CommandTree,
  ): Promise<RacfOutcome>;
}

/** Declares a command; gives `run` its typed operands, and hides the types from the list of all. */
export function defineCommand<Table extends OperandTable, const Named extends readonly Positional[] = readonly []>(
  declared: RacfCommand<Table, Named>,
): RacfCommand {
  return declared as unknown as RacfCommand;
}

/** An outcome from what differs from "done, silently". */
export function racfOutcome(session: TsoSession, parts: Partial<Outcome> = {}): RacfOutcome {
  return { ...outcome(parts), session };
}
