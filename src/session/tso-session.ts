/** A TSO session: runs RACDCERT and the commands around it one after the other, and remembers what PROFILE says. */
import { randomBytes } from 'node:crypto';
import type { LogicalCommand } from '../core/logical-command.ts';
import type { CommandView } from '../core/view.ts';
import type { Release } from '../core/release.ts';
import type { KeySource } from '../racdcert/function.ts';
import type { DataSets } from '../store/data-sets.ts';
import type { Store } from '../store/store.ts';
import { startSession } from '../tso/session.ts';
import { type DataSetAccess, type Ground, type GroundOptions, realGround } from './ground.ts';
import type { CommandResult } from './result.ts';
import { type Circumstances, runCommand } from './run.ts';

export interface SessionOptions {
  readonly store: Store;
  readonly dataSets: DataSets;
  /** The user at the terminal. */
  readonly user: string;
  readonly timeZone: string;
  readonly level: Release;
  readonly now: () => Date;
  /** `enforce`: profiles of the store decide what the user may do; otherwise the user may do everything. */
  readonly authority?: 'special' | 'enforce';
  /** Write nothing, say what would be written; later commands see what earlier ones would have done. */
  readonly dryRun?: boolean;
  /** Write over files of the user's own (a DSN with a slash). */
  readonly overwrite?: boolean;
  /** Where keys come from; tests hand out their own. */
  readonly keys?: KeySource;
  /** Cryptographic random bytes. */
  readonly random?: (length: number) => Uint8Array;
}

/** Data sets by fully qualified name are read and written as the session's commands would: a dry run sees its own. */
export interface CommandSession extends DataSetAccess {
  /** The user at the terminal. */
  readonly user: string;
  readonly timeZone: string;
  /** z/OS release it behaves as. */
  readonly level: Release;
  /** The clock. */
  readonly now: () => Date;
  /** Runs one command. What the operator did wrong is in the result; broken promises are thrown. */
  run(command: LogicalCommand | string): Promise<CommandResult>;
  /** What follows is a TSO session anew: PROFILE is as at logon. What was said once is not said again. */
  begin(): void;
  /** What the commands so far have left: in a dry run what they would have left. */
  view(): Promise<CommandView>;
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
  const { keys = GENERATED, random = (length) => randomBytes(length), dryRun = false, authority = 'special' } = options;
  let opened: Promise<Ground> | null = null;
  const ground = (): Promise<Ground> => (opened ??= groundOf(options));
  let circumstances: Circumstances | null = null;
  let tso = startSession(options.user);
  return {
    user: options.user,
    timeZone: options.timeZone,
    level: options.level,
    now: options.now,
    begin() {
      tso = { ...startSession(options.user), told: tso.told };
    },
    view: async () => (await ground()).begin().view,
    async run(command) {
      circumstances ??= { ...options, keys, random, dryRun, authority, ground: await ground() };
      const text = typeof command === 'string' ? command : command.text;
      const { result, after } = await runCommand(text, tso, circumstances);
      tso = after;
      return result;
    },
    read: async (name) => await (await ground()).read(name),
    write: async (write) => await (await ground()).write(write),
  };
}

async function groundOf({ store, dataSets, dryRun = false, overwrite = false }: SessionOptions): Promise<Ground> {
  const options: GroundOptions = { store, dataSets, overwrite };
  if (!dryRun) return realGround(options);
  const { rehearsal } = await import('./rehearsal.ts');
  return rehearsal(options);
}
