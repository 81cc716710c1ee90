/** A carrier: a kind of file in which commands travel. One file each; a new one is a line in `index.ts`. */
import type { LogicalCommand } from '../core/logical-command.ts';

/** Something to be said about a line. */
export interface Remark {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** A part of a job that real z/OS would run and ringtool does not: `text` is what, `reason` why. */
export interface NotEmulated extends Remark {
  readonly reason: string;
}

export interface JobReading {
  /** In the order they would run. */
  readonly commands: readonly LogicalCommand[];
  readonly notEmulated: readonly NotEmulated[];
  /** What could not be understood; the command it belongs to is left out rather than run wrongly. */
  readonly problems: readonly Remark[];
  /** What is allowed and most likely not meant: for stderr. */
  readonly hints: readonly Remark[];
}

export interface Carrier {
  readonly name: string;
  /** By content; the file's name is at most a hint. */
  recognises(text: string, fileName: string): boolean;
  read(text: string, fileName: string): JobReading;
}

/** One physical line, as a carrier hands it to `joinLines`. */
export interface SourceLine {
  readonly text: string;
  readonly line: number;
}

/** Lines of a text with any kind of line end; the first is number 1. */
export function linesOf(text: string): readonly SourceLine[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({ text: line, line: index + 1 }));
}
