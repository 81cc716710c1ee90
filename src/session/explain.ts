/** A command explained: what its family knows of it, and what running it now would do. */
import { startSession } from '../tso/session.ts';
import { parseCommand } from '../tso/tree.ts';
import { familyOf, type FamilyExplanation } from './families.ts';
import { withoutSecrets } from './redact.ts';
import type { CommandResult } from './result.ts';
import type { CommandSession } from './tso-session.ts';

export type Explained =
  | (FamilyExplanation & { readonly result: CommandResult })
  /** Cannot be read, or is none of ours: the result has the message. */
  | { readonly of: 'nothing'; readonly result: CommandResult };

/** `session` is one of a dry run: the command is run in it. */
export async function explainCommand(text: string, session: CommandSession): Promise<Explained> {
  const typed = parseCommand(text);
  const { user, timeZone, level } = session;
  // Explained is what the history would keep: no password comes near it.
  const tree = typed.kind === 'problem' ? typed : parseCommand(withoutSecrets(typed, text));
  const family = await familyOf(tree, startSession(user));
  const explanation = await family.explain(await session.view(), { now: session.now(), timeZone, user, level });
  const result = await session.run(text);
  return explanation === null ? { of: 'nothing', result } : { ...explanation, result };
}
