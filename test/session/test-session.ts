/** A session over a temporary store, for tests of whole commands. */
import { join } from 'node:path';
import { openDataSets } from '../../src/store/data-sets.ts';
import { openStore } from '../../src/store/open-store.ts';
import type { CommandResult } from '../../src/session/result.ts';
import { openTsoSession, type SessionOptions } from '../../src/session/tso-session.ts';
import { fixtureKeys } from '../fixtures/keys.ts';

export const NOW = new Date('2026-11-20T08:00:00Z');

export async function testSession(folder: string, differing: Partial<SessionOptions> = {}): Promise<SessionOptions> {
  return {
    store: await openStore(join(folder, 'store'), { create: true }),
    dataSets: openDataSets(join(folder, 'data-sets')),
    now: () => NOW,
    timeZone: 'UTC',
    user: 'IBMUSER',
    level: '3.1',
    keys: fixtureKeys(),
    random: (length) => new Uint8Array(length).fill(7),
    ...differing,
  };
}

/** One command in a session of its own. */
export function runOne(command: string, options: SessionOptions): Promise<CommandResult> {
  return openTsoSession(options).run(command);
}
