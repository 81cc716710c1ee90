/**
 * One RACDCERT command from text to result: read, understood, tried, committed, answered.
 *
 * Functions are pure, so a command that met another one's commit is simply tried again on a fresh view.
 */
import { isRingtoolError } from '../core/errors.ts';
import type { Message } from '../core/message.ts';
import type { TrackedView } from '../store/store.ts';
import { highestCode, messageLine } from '../tso/render.ts';
import { parseCommand } from '../tso/tree.ts';
import { plannedLine, summarise, type ChangeSummary } from './change-summary.ts';
import { outcome, type CommandView, type Context, type Outcome } from './function.ts';
import { keysForAttempts } from './keys-once.ts';
import { say } from './messages.ts';
import { withoutSecrets } from './redact.ts';
import { reminders } from './reminder.ts';
import type { CommandResult, Session } from './session.ts';
import { CATALOGUE, speak } from './speak.ts';
import { understand, type Understanding } from './understand.ts';

/** Commits of others that one command gives way to before it gives up. */
const ATTEMPTS = 50;

export async function runRacdcert(text: string, session: Session): Promise<CommandResult> {
  const tree = parseCommand(text);
  const echo = withoutSecrets(text);
  if (tree.kind === 'problem')
    return answer(session, { command: 'RACDCERT', echo, ...refusal([tree.message], tree.suggestion) });
  const understood = understand(tree, session.user, session.prefix);
  const spoken = { notes: tree.notes, echo };
  switch (understood.kind) {
    case 'problem': {
      const { command, problem } = understood;
      return answer(session, { ...spoken, command, ...refusal([problem.message], problem.suggestion) });
    }
    case 'refused':
      return answer(session, {
        ...spoken,
        command: understood.command,
        remarks: understood.notes,
        ...refusal([understood.message]),
      });
    case 'request':
      return answer(session, {
        ...spoken,
        command: understood.function.name,
        remarks: understood.notes,
        ...(await attempt(understood, echo, session)),
      });
  }
}

type Requested = Extract<Understanding, { kind: 'request' }>;

interface Done {
  readonly outcome: Outcome;
  readonly changes: readonly ChangeSummary[];
}

/** Runs the function until its change set is committed. */
async function attempt(requested: Requested, echo: string, session: Session): Promise<Done> {
  const keys = keysForAttempts(session.keys);
  const context = contextOf(session);
  for (let attempts = 1; ; attempts++) {
    const view = session.store.view();
    try {
      return await once(requested, view, { ...context, keys: keys() }, echo, session);
    } catch (error) {
      if (!isRingtoolError(error, 'store/conflict') || attempts >= ATTEMPTS) throw error;
    }
  }
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
    for (const write of result.dataSets) await session.dataSets.write(write);
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

function refusal(
  messages: readonly Message[],
  suggestion: string | null = null,
): Done & { readonly suggestion: string | null } {
  return { outcome: outcome({ messages }), changes: [], suggestion };
}

interface Answer extends Done {
  readonly command: string;
  readonly echo: string;
  /** TSO's remarks on the text, printed before the command's own messages. */
  readonly notes?: readonly Message[];
  /** Ringtool's remarks on the text, for standard error. */
  readonly remarks?: readonly Message[];
  readonly suggestion?: string | null;
}

function answer(
  session: Session,
  { command, echo, notes = [], remarks = [], suggestion, outcome, changes }: Answer,
): CommandResult {
  const lineOf = (message: Message): string => messageLine(message, CATALOGUE, session.messageIds);
  const plan = session.dryRun ? changes.map(plannedLine) : [];
  return {
    command,
    echo,
    returnCode: codeOf(outcome),
    lines: [...notes.map(lineOf), ...outcome.output, ...outcome.messages.map(lineOf), ...plan],
    hints: [
      ...remarks.map((note) => messageLine(note, CATALOGUE, false)),
      ...(suggestion === null || suggestion === undefined ? [] : [`Did you mean ${suggestion}?`]),
    ],
    messages: [...notes, ...outcome.messages].map((message) => speak(message)),
    changes,
    data: outcome.data,
  };
}

/** The higher of the function's own code and that of its messages. */
function codeOf({ returnCode, messages }: Outcome): CommandResult['returnCode'] {
  const said = highestCode(messages, CATALOGUE);
  return said > returnCode ? said : returnCode;
}
