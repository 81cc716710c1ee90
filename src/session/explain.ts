/** A command explained: what its family knows of it, and what running it now would do. */
import type { Release } from '../core/release.ts';
import type { Explanation } from '../racdcert/explain/explain.ts';
import type { RacfExplanation } from '../racf/explain.ts';
import { startSession } from '../tso/session.ts';
import { parseCommand } from '../tso/tree.ts';
import { withoutSecrets } from './redact.ts';
import type { CommandResult } from './result.ts';
import type { CommandSession } from './tso-session.ts';

export type Explained =
  | { readonly of: 'racdcert'; readonly explanation: Explanation; readonly result: CommandResult }
  | { readonly of: 'racf'; readonly explanation: RacfExplanation; readonly result: CommandResult }
  /** Cannot be read, or is none of ours: the result has the message. */
  | { readonly of: 'nothing'; readonly result: CommandResult };

export interface ExplainOptions {
  readonly now: () => Date;
  readonly level: Release;
}

/** `session` is one of a dry run: the command is run in it. */
export async function explainCommand(
  text: string,
  session: CommandSession,
  { now, level }: ExplainOptions,
): Promise<Explained> {
  const typed = parseCommand(text);
  const unread = typed.kind === 'problem';
  // Explained is what the history would keep: no password comes near it.
  const tree = parseCommand(withoutSecrets(typed, text));
  const { user, timeZone } = session;
  const { prefix } = startSession(user);
  if (!unread && tree.kind === 'command' && tree.command === 'RACDCERT') {
    const { explainRacdcert } = await import('../racdcert/explain/explain.ts');
    const explanation = await explainRacdcert(await session.view(), tree, {
      now: now(),
      timeZone,
      user,
      level,
      prefix,
    });
    const result = await session.run(text);
    return explanation === null ? { of: 'nothing', result } : { of: 'racdcert', explanation, result };
  }
  const { explainRacf } = await import('../racf/explain.ts');
  const explanation = unread || tree.kind === 'problem' ? null : explainRacf(tree, prefix);
  const result = await session.run(text);
  return explanation === null ? { of: 'nothing', result } : { of: 'racf', explanation, result };
}
