/** Runs commands one after the other as a session would, and writes down what it says. */
import type { StoreSettings } from '../../src/core/entities.ts';
import type { RacfOutcome } from '../../src/racf/command.ts';
import { RACF_MESSAGES } from '../../src/racf/messages.ts';
import { runRacf } from '../../src/racf/run.ts';
import { messageLine } from '../../src/tso/render.ts';
import { startSession, type TsoSession } from '../../src/tso/session.ts';
import { parseCommand } from '../../src/tso/tree.ts';
import { memoryLab } from '../racdcert/memory-lab.ts';

export const SETTINGS: StoreSettings = {
  raclisted: ['DIGTCERT', 'DIGTRING'],
  active: ['DIGTCERT', 'DIGTRING', 'FACILITY'],
  level: '3.1',
  timeZone: 'UTC',
  strictUsers: false,
  user: null,
};

const NOW = new Date('2026-11-20T08:00:00Z');

export interface Ran {
  /** Commands behind `>`, messages, remarks behind `#`, suggestions behind `?`, codes other than 0 behind `=`. */
  readonly transcript: string[];
  readonly session: TsoSession;
  readonly settings: StoreSettings;
  readonly outcomes: readonly RacfOutcome[];
}

export async function session(...commands: readonly string[]): Promise<Ran> {
  const lab = memoryLab();
  lab.commit([{ action: 'settings', settings: SETTINGS }]);
  const view = () => ({ ...lab.view(), dataSet: async (name: string) => lab.files.get(name) ?? null });
  lab.files.set('ELM.OLD', new Uint8Array(1));
  let state = startSession('ELM');
  const transcript: string[] = [];
  const outcomes: RacfOutcome[] = [];
  for (const text of commands) {
    const context = { user: 'ELM', now: NOW, timeZone: 'UTC', session: state, authority: 'special' } as const;
    const outcome = await runRacf(view(), parseCommand(text), context);
    transcript.push(`> ${text}`, ...outcome.notes.map((note) => messageLine(note, RACF_MESSAGES)), ...outcome.output);
    for (const message of outcome.messages) transcript.push(messageLine(message, RACF_MESSAGES));
    for (const remark of outcome.remarks) transcript.push(`# ${messageLine(remark, RACF_MESSAGES)}`);
    if (outcome.suggestion !== null) transcript.push(`? ${outcome.suggestion}`);
    if (outcome.returnCode !== 0) transcript.push(`= ${outcome.returnCode}`);
    lab.commit(outcome.changes);
    for (const name of outcome.deletedDataSets) lab.files.delete(name);
    state = outcome.session;
    outcomes.push(outcome);
  }
  return { transcript, session: state, settings: await lab.view().settings(), outcomes };
}

/** What one command says. */
export async function says(text: string): Promise<readonly string[]> {
  return (await session(text)).transcript.slice(1);
}
