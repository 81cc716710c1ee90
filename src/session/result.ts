/** What comes back from a command of a session (docs/json.md, "The result of a command"). */
import type { Confidence, Severity } from '../core/message.ts';
import type { ChangeSummary } from './change-summary.ts';

/** A message with its wording. */
export interface SpokenMessage {
  readonly id: string;
  readonly text: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
}

export interface CommandResult {
  /** The RACDCERT function, or the name of another command; `RACDCERT` when its text cannot be read. */
  readonly command: string;
  /** As reports name it: `RACDCERT GENCERT`, or the name of another command; `RACDCERT` when its text cannot be read. */
  readonly name: string;
  /** The command as typed, passwords replaced by asterisks. */
  readonly echo: string;
  readonly returnCode: 0 | 4 | 8 | 12;
  /** The code is no failure of a run: a data set that was to be deleted was not there. */
  readonly forgiven: boolean;
  /** Column of its text, from 1, from which on it cannot be read; null when it can. */
  readonly column: number | null;
  /** Listing and messages, for standard output. */
  readonly lines: readonly string[];
  /** What would be done, in a dry run: for the screen, never for a script that reads the listing. */
  readonly planned: readonly string[];
  /** For standard error: what may have been meant, what was noticed. */
  readonly hints: readonly string[];
  readonly messages: readonly SpokenMessage[];
  /** What was changed, or in a dry run what would be. */
  readonly changes: readonly ChangeSummary[];
  /** Classes that the command refreshed (SETROPTS RACLIST REFRESH). */
  readonly refreshed: readonly string[];
  /** Known, or known to z/OS, and not emulated: the command or the whole of what it asks for. */
  readonly notEmulated: boolean;
  /** The listing as data; null when the command lists nothing. */
  readonly data: unknown;
}
