/** A command as one line, after continuation, with the place it came from. */
export interface LogicalCommand {
  /** The whole command on one line, without comments' line ends; blanks as typed. */
  readonly text: string;
  /** As named by the user; `-` for standard input. */
  readonly file: string;
  /** Line of its first character, from 1. */
  readonly line: number;
  /** Job step or the like it belongs to, for return codes per step. */
  readonly step: string | null;
}
