/**
 * A TSO session: runs RACDCERT and the commands around it one after the other, and remembers what PROFILE says.
 *
 * The two families do not know each other; this is where they meet.
 */
import { randomBytes } from 'node:crypto';
import type { LogicalCommand } from '../core/logical-command.ts';
import type { Release } from '../core/release.ts';
import type { KeySource } from '../racdcert/function.ts';
import type { CommandResult, Session } from '../racdcert/session.ts';
import type { DataSets } from '../store/data-sets.ts';
import type { Store } from '../store/store.ts';
import { parseCommand } from '../tso/tree.ts';
import { startSession, type TsoSession } from '../tso/session.ts';

export interface SessionOptions {
  readonly store: Store;
  readonly dataSets: DataSets;
  readonly user: string;
  readonly timeZone: string;
  readonly level: Release;
  readonly now: () => Date;
  readonly dryRun?: boolean;
  /** Write over files of the user's own. */
  readonly overwrite?: boolean;
  /** Where keys come from; tests hand out their own. */
  readonly keys?: KeySource;
  readonly random?: (length: number) => Uint8Array;
}

export interface CommandSession {
  /** Runs one command. What the operator did wrong is in the result; broken promises are thrown. */
  run(command: LogicalCommand | string): Promise<CommandResult>;
}

/** Keys of the machine's own making; the generator is loaded when the first key is asked for. */
const GENERATED: KeySource = {
  async generate(spec) {
    const { generateKeyPair } = await import('../x509/keys.ts');
    return await generateKeyPair(spec);
  },
};

export function openTsoSession(options: SessionOptions): CommandSession {
  // Not `= randomBytes`: naming it would load the whole of node:crypto, which most commands do not need.
  const { keys = GENERATED, random = (length) => randomBytes(length), dryRun = false, overwrite = false } = options;
  let tso = startSession(options.user);
  return {
    async run(command) {
      const text = typeof command === 'string' ? command : command.text;
      const session: Session = {
        ...options,
        keys,
        random,
        dryRun,
        overwrite,
        prefix: tso.prefix,
        messageIds: tso.messageIds,
      };
      if (tso.subcommandsOf === null && isRacdcert(text)) {
        const { runRacdcert } = await import('../racdcert/run.ts');
        return await runRacdcert(text, session);
      }
      const { result, after } = await runOther(text, session, tso);
      tso = after;
      return result;
    },
  };
}

/** By the parsed name; where the text cannot be parsed, by its first word. */
function isRacdcert(text: string): boolean {
  const tree = parseCommand(text);
  return tree.kind === 'command' ? tree.command === 'RACDCERT' : /^[\s,]*racdcert(?![a-z0-9@#$])/i.test(text);
}

interface Answered {
  readonly result: CommandResult;
  readonly after: TsoSession;
}

async function runOther(text: string, session: Session, tso: TsoSession): Promise<Answered> {
  const { untilCommitted } = await import('../racdcert/attempts.ts');
  return await untilCommitted(() => runOtherOnce(text, session, tso));
}

async function runOtherOnce(text: string, session: Session, tso: TsoSession): Promise<Answered> {
  const { runRacfText } = await import('../racf/run.ts');
  const { RACF_MESSAGES } = await import('../racf/messages.ts');
  const { messageLine } = await import('../tso/render.ts');
  const { speak } = await import('../racdcert/speak.ts');
  const { plannedLine, summarise } = await import('../racdcert/change-summary.ts');
  const { withoutSecrets } = await import('../racdcert/redact.ts');
  const { store, user, now, dryRun } = session;
  const view = store.view();
  const outcome = await runRacfText(view, text, { user, session: tso });
  const echo = withoutSecrets(text);
  const changes = await summarise(view, outcome.changes, []);
  if (outcome.changes.length > 0 && !dryRun) {
    await store.commit(outcome.changes, view, { when: now().toISOString(), user, command: echo });
  }
  const lines = outcome.messages.map((message) => messageLine(message, RACF_MESSAGES, tso.messageIds));
  const result: CommandResult = {
    command: echo.split(' ', 1)[0] ?? '',
    echo,
    returnCode: outcome.returnCode,
    lines: [...outcome.output, ...lines, ...(dryRun ? changes.map(plannedLine) : [])],
    hints: [
      ...outcome.notes.map((note) => messageLine(note, RACF_MESSAGES, false)),
      ...outcome.suggestions.map((word) => `Did you mean ${word}?`),
    ],
    messages: outcome.messages.map((message) => speak(message, RACF_MESSAGES)),
    changes,
    data: null,
  };
  return { result, after: outcome.session };
}
