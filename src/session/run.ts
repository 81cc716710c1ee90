/**
 * One command from text to result: parsed once, given to its family, tried until it is committed, answered.
 */
import type { Release } from '../core/release.ts';
import type { KeySource } from '../racdcert/function.ts';
import type { TsoSession } from '../tso/session.ts';
import { parseCommand } from '../tso/tree.ts';
import { answer } from './answer.ts';
import { untilCommitted } from './attempts.ts';
import { summarise } from './change-summary.ts';
import { familyOf } from './families.ts';
import type { Ground } from './ground.ts';
import { keysForAttempts } from './keys-once.ts';
import { commandWord, withoutSecrets } from './redact.ts';
import type { CommandResult } from './result.ts';

/** What a command is run with; the same for every command of a session. */
export interface Circumstances {
  readonly ground: Ground;
  readonly now: () => Date;
  readonly timeZone: string;
  readonly user: string;
  readonly level: Release;
  readonly keys: KeySource;
  readonly random: (length: number) => Uint8Array;
  readonly dryRun: boolean;
  readonly authority: 'special' | 'enforce';
}

export interface Answered {
  readonly result: CommandResult;
  readonly after: TsoSession;
}

export async function runCommand(text: string, before: TsoSession, given: Circumstances): Promise<Answered> {
  const { ground, timeZone, user, level, random, dryRun, authority } = given;
  const tree = parseCommand(text);
  const word = commandWord(tree, text);
  const echo = withoutSecrets(tree, text);
  const column = tree.kind === 'problem' ? tree.at + 1 : null;
  const family = await familyOf(tree, before);
  const now = given.now();
  const keys = keysForAttempts(given.keys);
  const { after, ...done } = await untilCommitted(async () => {
    const { view, settle } = ground.begin();
    const { outcome, after } = await family.run(view, { now, timeZone, user, level, authority, keys: keys(), random });
    const changes = await summarise(view, outcome);
    await settle(outcome, { when: now.toISOString(), user, command: echo });
    return { name: family.name ?? word, word, echo, column, outcome, changes, after };
  });
  const { catalogue } = family;
  return { result: answer(done, { catalogue, messageIds: before.messageIds, dryRun }), after };
}
