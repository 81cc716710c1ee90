/** Runs commands one after the other as a session would, and writes down what it says. */
import type { StoreSettings } from '../../src/core/entities.ts';
import type { StoreView } from '../../src/core/view.ts';
import type { RacfOutcome } from '../../src/racf/command.ts';
import { RACF_MESSAGES } from '../../src/racf/messages.ts';
import { runRacf } from '../../src/racf/run.ts';
import { messageLine } from '../../src/tso/render.ts';
import { startSession, type TsoSession } from '../../src/tso/session.ts';
import { parseCommand } from '../../src/tso/tree.ts';

export const SETTINGS: StoreSettings = {
  raclisted: ['DIGTCERT', 'DIGTRING'],
  level: '3.1',
  timeZone: 'UTC',
  strictUsers: false,
  user: null,
};

/** A view that knows settings only: these commands read nothing else. */
function viewOf(settings: StoreSettings): StoreView {
  const unread = (): never => {
    throw new Error('not read by these commands');
  };
  return {
    settings: async () => settings,
    certificate: unread,
    certificatesOf: unread,
    labelsOf: unread,
    byIssuerAndSerial: unread,
    byPublicKey: unread,
    bySubject: unread,
    ring: unread,
    ringsOf: unread,
    key: unread,
    user: unread,
    knowsUsers: unread,
  };
}

export interface Ran {
  /** Commands behind `>`, messages, remarks behind `#`, suggestions behind `?`, codes other than 0 behind `=`. */
  readonly transcript: string[];
  readonly session: TsoSession;
  readonly settings: StoreSettings;
  readonly outcomes: readonly RacfOutcome[];
}

export async function session(...commands: readonly string[]): Promise<Ran> {
  let state = startSession('ELM');
  let settings = SETTINGS;
  const transcript: string[] = [];
  const outcomes: RacfOutcome[] = [];
  for (const text of commands) {
    const outcome = await runRacf(viewOf(settings), parseCommand(text), { user: 'ELM', session: state });
    transcript.push(`> ${text}`, ...outcome.notes.map((note) => messageLine(note, RACF_MESSAGES)), ...outcome.output);
    for (const message of outcome.messages) transcript.push(messageLine(message, RACF_MESSAGES));
    for (const remark of outcome.remarks) transcript.push(`# ${messageLine(remark, RACF_MESSAGES)}`);
    if (outcome.suggestion !== null) transcript.push(`? ${outcome.suggestion}`);
    if (outcome.returnCode !== 0) transcript.push(`= ${outcome.returnCode}`);
    for (const change of outcome.changes) {
      if (change.action === 'settings') settings = change.settings;
    }
    state = outcome.session;
    outcomes.push(outcome);
  }
  return { transcript, session: state, settings, outcomes };
}

/** What one command says. */
export async function says(text: string): Promise<readonly string[]> {
  return (await session(text)).transcript.slice(1);
}
