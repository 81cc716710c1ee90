/** What RACDCERT commands are run with, and what comes back. */
import type { Confidence, Severity } from '../core/message.ts';
import type { Release } from '../core/release.ts';
import type { DataSets } from '../store/data-sets.ts';
import type { Store } from '../store/store.ts';
import type { ChangeSummary } from './change-summary.ts';
import type { KeySource } from './function.ts';

/** The user at the terminal, as far as RACDCERT is concerned. */
export interface Session {
  readonly store: Store;
  readonly dataSets: DataSets;
  readonly now: () => Date;
  readonly timeZone: string;
  readonly user: string;
  readonly level: Release;
  readonly keys: KeySource;
  readonly random: (length: number) => Uint8Array;
  /** Write nothing, say what would be written. */
  readonly dryRun: boolean;
  /** Write over files of the user's own (a DSN with a slash); data sets are always replaced, as RACDCERT does. */
  readonly overwrite?: boolean;
  /** Put in front of data set names without quotes (PROFILE PREFIX); empty for none. */
  readonly prefix: string;
  /** Print message ids (PROFILE MSGID). */
  readonly messageIds: boolean;
}

/** A message with its wording. */
export interface SpokenMessage {
  readonly id: string;
  readonly text: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
}

export interface CommandResult {
  /** The function that was asked for; `RACDCERT` when the command cannot be read. */
  readonly command: string;
  /** The command as typed, passwords replaced by asterisks. */
  readonly echo: string;
  readonly returnCode: 0 | 4 | 8 | 12;
  /** Listing and messages, for standard output. */
  readonly lines: readonly string[];
  /** For standard error: what may have been meant, what was noticed. */
  readonly hints: readonly string[];
  readonly messages: readonly SpokenMessage[];
  /** What was changed, or in a dry run what would be. */
  readonly changes: readonly ChangeSummary[];
  /** The listing as data; null when the function lists nothing. */
  readonly data: unknown;
}
