/** A session for a store, with everything that is not said taken from the store's settings, else from this machine. */
import { join } from 'node:path';
import type { Release } from '../core/release.ts';
import { type DataSets, openDataSets } from '../store/data-sets.ts';
import type { Store } from '../store/store.ts';
import { loginUser } from './login-user.ts';
import { type CommandSession, openTsoSession, type SessionOptions } from './tso-session.ts';

export interface OpenSessionOptions
  extends Omit<SessionOptions, 'store' | 'dataSets' | 'user' | 'timeZone' | 'level' | 'now'> {
  /** Where input is read from and output goes to; the folder `datasets` of the store when not given. */
  readonly dataSets?: DataSets | undefined;
  /** The issuing user; the store's, else the login name, when not given. */
  readonly user?: string | undefined;
  /** tz database name; the store's when not given. */
  readonly timeZone?: string | undefined;
  /** z/OS release to behave as; the store's when not given. */
  readonly level?: Release | undefined;
  /** The clock; the system's when not given. */
  readonly now?: (() => Date) | undefined;
}

/** Opens a session on `store`; the store stays the caller's to close. */
export async function openSession(store: Store, options: OpenSessionOptions = {}): Promise<CommandSession> {
  const settings = await store.view().settings();
  return openTsoSession({
    ...options,
    store,
    dataSets: options.dataSets ?? openDataSets(join(store.location, 'datasets'), store.location),
    user: options.user ?? settings.user ?? loginUser(process.env),
    timeZone: options.timeZone ?? settings.timeZone,
    level: options.level ?? settings.level,
    now: options.now ?? (() => new Date()),
  });
}
