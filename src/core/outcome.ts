/**
 * What a command wants done and said. Nothing is done or said until a session does it.
 *
 * One record for all commands: RACDCERT's functions, SETROPTS, PROFILE and what may come.
 */
import { NO_CHANGES, type ChangeSet } from './change.ts';
import type { Message } from './message.ts';
import type { DataSetWrite } from './view.ts';

export interface Outcome {
  /** The function within the command (`LISTRING`); null where a command is one thing. */
  readonly function: string | null;
  /** TSO's remarks on the text, printed first. */
  readonly notes: readonly Message[];
  /** Listing lines, printed before the messages. */
  readonly output: readonly string[];
  readonly messages: readonly Message[];
  /** Ringtool's own remarks, which no terminal on z/OS would show: for standard error. */
  readonly remarks: readonly Message[];
  /** What may have been meant by a word that is not known. */
  readonly suggestion: string | null;
  /** At 8 and above nothing is changed and no data set written; what is forgiven may have deleted data sets. */
  readonly returnCode: 0 | 4 | 8 | 12;
  /** Its code is no failure of the run: DELETE of what is not there, with which jobs begin to be run again. */
  readonly forgiven: boolean;
  readonly changes: ChangeSet;
  readonly dataSets: readonly DataSetWrite[];
  /** Data sets to be deleted, by fully qualified name. */
  readonly deletedDataSets: readonly string[];
  /** Classes that the command refreshed. */
  readonly refreshed: readonly string[];
  /** The command, or the whole of what it asks for, is known and not emulated: reports say so. */
  readonly notEmulated: boolean;
  /** Makes the listing as data, when `--json` asks for it; null for commands that list nothing. */
  readonly data: (() => unknown) | null;
}

const NOTHING: Outcome = {
  function: null,
  notes: [],
  output: [],
  messages: [],
  remarks: [],
  suggestion: null,
  returnCode: 0,
  forgiven: false,
  changes: NO_CHANGES,
  dataSets: [],
  deletedDataSets: [],
  refreshed: [],
  notEmulated: false,
  data: null,
};

/** An outcome from what differs from "done, silently". */
export function outcome(parts: Partial<Outcome>): Outcome {
  return { ...NOTHING, ...parts };
}
