/**
 * One RACDCERT command from text to result: read, understood, tried, committed, answered.
 *
 * Functions are pure, so a command that met another one's commit is simply tried again on a fresh view.
 */
import type { DataSetWrite } from '../core/view.ts';
import type { TrackedView } from '../store/store.ts';
import { parseCommand } from '../tso/tree.ts';
import { answer, codeOf, refusal, type Done } from './answer.ts';
import { untilCommitted } from './attempts.ts';
import { summarise } from './change-summary.ts';
import { outcome, type CommandView, type Context } from './function.ts';
import { keysForAttempts } from './keys-once.ts';
import { say } from './messages.ts';
import { withoutSecrets } from './redact.ts';
import { reminders } from './reminder.ts';
import type { CommandResult, Session } from './session.ts';
import { understand, type Understanding } from './understand.ts';

export async function runRacdcert(text: string, session: Session): Promise<CommandResult> {
  const tree = parseCommand(text);
  const echo = withoutSecrets(text);
  if (tree.kind === 'problem') {
    return answer(session, { command: 'RACDCERT', echo, ...refusal(tree.message, tree.suggestion) });
  }
  const { notes } = tree;
  const understood = understand(tree, session.user, session.prefix);
  switch (understood.kind) {
    case 'problem': {
      const { command, problem } = understood;
      return answer(session, { command, echo, notes, ...refusal(problem.message, problem.suggestion) });
    }
    case 'refused': {
      const { command, message, notes: remarks } = understood;
      return answer(session, { command, echo, notes, remarks, ...refusal(message) });
    }
    case 'request': {
      const command = understood.function.name;
      const done = await attempt(understood, echo, session);
      return answer(session, { command, echo, notes, remarks: understood.notes, ...done });
    }
  }
}

type Requested = Extract<Understanding, { kind: 'request' }>;

/** Runs the function until its change set is committed. */
async function attempt(requested: Requested, echo: string, session: Session): Promise<Done> {
  const keys = keysForAttempts(session.keys);
  const context = contextOf(session);
  const write = writerFor(session);
  return await untilCommitted(() =>
    once(requested, session.store.view(), { ...context, keys: keys() }, echo, session, write),
  );
}

type Write = (dataSet: DataSetWrite) => Promise<void>;

/** Writes data sets. What an earlier attempt of the same command wrote is ours to write over. */
function writerFor({ dataSets, overwrite = false }: Session): Write {
  const written = new Set<string>();
  return async (dataSet) => {
    await dataSets.write(dataSet, { force: overwrite || written.has(dataSet.name) });
    written.add(dataSet.name);
  };
}

function contextOf({ now, timeZone, user, level, keys, random }: Session): Context {
  return { now: now(), timeZone, user, level, keys, random };
}

async function once(
  { function: called, request, userNamed }: Requested,
  view: TrackedView,
  context: Context,
  echo: string,
  session: Session,
  write: Write,
): Promise<Done> {
  const undefinedUser = userNamed && !called.undefinedOwner && (await isUndefined(view, request.owner));
  if (undefinedUser) return { outcome: outcome({ messages: [say('IRRD102I', {})] }), changes: [] };
  const commandView: CommandView = { ...view, dataSet: (name) => session.dataSets.read(name) };
  const result = await called.run(commandView, request, context);
  // A command that fails changes nothing, whatever its outcome lists.
  if (codeOf(result) >= 8) return { outcome: { ...result, changes: [], dataSets: [] }, changes: [] };
  const changes = await summarise(view, result.changes, result.dataSets);
  const reminding = await reminders(view, result.changes);
  if (!session.dryRun) {
    for (const each of result.dataSets) await write(each);
    const entry = { when: context.now.toISOString(), user: context.user, command: echo };
    if (result.changes.length > 0) await session.store.commit(result.changes, view, entry);
  }
  return { outcome: { ...result, messages: [...result.messages, ...reminding] }, changes };
}

/** Any user id will do until the store knows its users. */
async function isUndefined(view: TrackedView, owner: Requested['request']['owner']): Promise<boolean> {
  if (owner.kind !== 'user') return false;
  const strict = (await view.settings()).strictUsers || (await view.knowsUsers());
  return strict && (await view.user(owner.id)) === null;
}
