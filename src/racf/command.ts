/**
 * A RACF or TSO command as a record: its name, its aliases, and a pure `run`.
 *
 * RACF Command Language Reference; TSO/E Command Reference.
 */
import type { ChangeSet } from '../core/change.ts';
import type { Message } from '../core/message.ts';
import type { StoreView } from '../core/view.ts';
import type { BoundOperands } from '../tso/bind.ts';
import type { OperandTable } from '../tso/operand.ts';
import type { TsoSession } from '../tso/session.ts';
import type { CommandTree } from '../tso/tree.ts';
import type { RacfMessageId } from './messages.ts';

/** The circumstances of one command. */
export interface RacfContext {
  /** The user who issues it. */
  readonly user: string;
  readonly session: TsoSession;
}

/** Everything a command wants done and said. */
export interface RacfOutcome {
  /** For stdout, by the catalogue in `messages.ts`. */
  readonly messages: readonly Message[];
  /** What TSO itself would not say: for stderr, by the same catalogue. */
  readonly notes: readonly Message[];
  /** `did you mean` words for the problems among the messages. */
  readonly suggestions: readonly string[];
  readonly returnCode: 0 | 4 | 8 | 12;
  readonly changes: ChangeSet;
  /** Listing lines, printed before the messages. */
  readonly output: readonly string[];
  /** The session afterwards. */
  readonly session: TsoSession;
}

export interface RacfCommand<Table extends OperandTable = OperandTable> {
  readonly name: string;
  readonly aliases: readonly string[];
  /** One line for help. */
  readonly summary: string;
  readonly operands: Table;
  /** `bound` holds no problems: the runner has refused those. */
  run(view: StoreView, bound: BoundOperands<Table>, context: RacfContext, tree: CommandTree): Promise<RacfOutcome>;
}

/** Declares a command; gives `run` its typed operands, and hides the types from the list of all. */
export function defineCommand<Table extends OperandTable>(declared: RacfCommand<Table>): RacfCommand {
  return declared as unknown as RacfCommand;
}

/** A message of the catalogue. */
export function say(id: RacfMessageId, inserts: Readonly<Record<string, string>> = {}): Message {
  return { id, inserts };
}

/** An outcome from what differs from "done, silently". */
export function racfOutcome(session: TsoSession, parts: Partial<RacfOutcome> = {}): RacfOutcome {
  const nothing = { messages: [], notes: [], suggestions: [], returnCode: 0, changes: [], output: [] } as const;
  return { ...nothing, session, ...parts };
}
