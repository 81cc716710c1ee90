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
  /** Where each of its lines begins; only for one of several lines whose text is still as written. */
  readonly lines?: readonly JoinedLine[];
}

/** A line that became part of a command. */
export interface JoinedLine {
  /** Offset in the command's text of what the line gave to it. */
  readonly at: number;
  readonly file: string;
  readonly line: number;
  /** Column of the line, from 1, that stands at this offset: blanks in front of it may have been dropped. */
  readonly column: number;
}

/** The line and column that `column` of a command's text (from 1) comes from; null for a command of one line. */
export function placeInLines({ lines = [] }: LogicalCommand, column: number): Omit<JoinedLine, 'at'> | null {
  const found = lines.findLast(({ at }) => at < column);
  if (found === undefined) return null;
  const { at, file, line } = found;
  return { file, line, column: found.column + column - 1 - at };
}
