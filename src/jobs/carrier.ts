/**
 * What a carrier of commands is: it recognises a text, reads it, and then gives its commands one by one.
 *
 * Carriers know where commands stand in jobs, scripts and documents. They know no command: what comes of one is
 * told to them as a return code and lines, because jobs and scripts decide by those what to do next.
 */
import type { LogicalCommand } from '../core/logical-command.ts';

/** Something to tell about a place in a job. */
export interface Remark {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Part of a job that ringtool does not run: never dropped silently. */
export interface NotEmulated extends Remark {
  readonly reason: string;
}

/** A symbol or placeholder that has no value. */
export interface Unset {
  readonly file: string;
  readonly line: number;
  /** Its bare name, as `--set` takes it. */
  readonly name: string;
  /** As it stands in the text: `&HLQ`, `{{ owner }}`, `<label>`. */
  readonly text: string;
  /** Why its value cannot be worked out, where that is not for want of one. */
  readonly reason?: string;
}

/** What a job stands in: comes from outside, so that reading one is repeatable. */
export interface Surroundings {
  /** Values of `--set` and `--vars`, under the names as typed; JCL looks them up in upper case. */
  readonly symbols: ReadonlyMap<string, string>;
  /** Folders with procedures and INCLUDE members (`--proclib`), the first one first. */
  readonly procedureFolders: readonly string[];
  /** The issuing user (`&SYSUID`, `USERID()`). */
  readonly user: string;
  readonly now: Date;
  readonly timeZone: string;
  /** Put in front of data set names without quotes. */
  readonly prefix: string;
  /** Nothing is to be changed: what a real shell does besides is not held back by that. */
  readonly dryRun: boolean;
  /** Content of a data set by fully qualified name; null when there is none. Sees what the job has written so far. */
  dataSet(name: string): Promise<Uint8Array | null>;
  /** How this program is called, for stand-ins that a real shell finds on its PATH; null where it cannot be. */
  readonly program: readonly string[] | null;
  /** Variables that a real shell gets: PATH, HOME and so on. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What came of a command, for what decides by it. */
export interface Answer {
  readonly returnCode: number;
  /** Listing and messages, as a terminal shows them. */
  readonly lines: readonly string[];
  /** The command as typed, passwords replaced by asterisks: what `tsocmd` prints first. */
  readonly echo?: string;
}

/** What happens while a job runs, in order. */
export type JobEvent =
  /**
   * Run it and answer. `trapped`: its lines go to the job (OUTTRAP, a pipe of the shell), not to the screen. `fresh`: it
   * has a TSO session of its own, and knows of no PROFILE before it; the first command of a step always has.
   */
  | { readonly kind: 'command'; readonly command: LogicalCommand; readonly trapped?: boolean; readonly fresh?: boolean }
  /** A command of the job that is not reached: a step under a false IF, or flushed. */
  | { readonly kind: 'skipped'; readonly command: LogicalCommand; readonly reason: string }
  | { readonly kind: 'not-emulated'; readonly part: NotEmulated }
  /** What could not be understood: the command it belongs to is left out rather than run wrongly. Answers 12. */
  | { readonly kind: 'problem'; readonly remark: Remark }
  /** Allowed and most likely not meant; what the job does on its own account: for standard error. */
  | { readonly kind: 'hint'; readonly remark: Remark }
  /** What the job itself prints, as it comes: line ends included. */
  | { readonly kind: 'output'; readonly stream: 'out' | 'err'; readonly text: string; readonly bytes?: Uint8Array }
  /** A data set that the job makes (IEBGENER, EXECIO). Kept for its owner only: it may hold a private key. */
  | { readonly kind: 'data-set'; readonly name: string; readonly bytes: Uint8Array; readonly at: Remark }
  /** A step has ended with this code; null when it was not run. */
  | { readonly kind: 'step'; readonly name: string; readonly returnCode: number | null };

/**
 * A job as read, ready to run once. The generator gives events and is told the answer to each `command` (and to
 * `data-set`, whose code is 0 or 8); to other events it is told nothing.
 */
export interface Job {
  /** Nothing may run while there is one. */
  readonly unset: readonly Unset[];
  /** All commands in order, where they are known beforehand; null where only running tells (REXX, shell). */
  readonly planned: readonly LogicalCommand[] | null;
  run(): Running<JobEnd>;
}

/** Events of what runs, and what it ends with. */
export type Running<T> = AsyncGenerator<JobEvent, T, Answer | undefined>;

export interface JobEnd {
  /** The exit code of a script that sets its own; null where the highest code of the commands is the answer. */
  readonly exitCode: number | null;
}

export interface Carrier {
  /** As `--carrier` takes it and reports say it. */
  readonly name: string;
  /** By content; the file's name is at most a hint. */
  recognises(text: string, fileName: string): boolean;
  /** `carriers` are all there are: a document holds jobs of other kinds, and a script submits them. */
  read(text: string, fileName: string, surroundings: Surroundings, carriers: readonly Carrier[]): Promise<Job>;
}

/** The commands of a text and what is to be said of it, where nothing depends on return codes. */
export interface JobReading {
  /** In the order they would run. */
  readonly commands: readonly LogicalCommand[];
  readonly notEmulated: readonly NotEmulated[];
  readonly problems: readonly Remark[];
  readonly hints: readonly Remark[];
}

/**
 * A job whose commands do not depend on each other: what is to be said comes first, then the commands. `fresh`: each
 * has a TSO session of its own.
 */
export function plainJob(reading: JobReading, unset: readonly Unset[] = [], fresh = false): Job {
  const { commands, notEmulated, problems, hints } = reading;
  return {
    unset,
    planned: commands,
    async *run() {
      for (const part of notEmulated) yield { kind: 'not-emulated', part };
      for (const remark of hints) yield { kind: 'hint', remark };
      for (const remark of problems) yield { kind: 'problem', remark };
      for (const command of commands) yield { kind: 'command', command, fresh };
      return { exitCode: null };
    },
  };
}

/**
 * Runs what belongs to something larger: gives its events, as `told` has them, to whoever runs the whole, and the
 * answers back; `heard` is called with both.
 */
export async function* passOn<T>(
  running: Running<T>,
  heard: (event: JobEvent, answer: Answer | undefined) => void,
  told: (event: JobEvent) => JobEvent = (event) => event,
): Running<T> {
  try {
    let answer: Answer | undefined;
    for (;;) {
      const { done, value } = await running.next(answer);
      if (done === true) return value;
      answer = yield told(value);
      heard(value, answer);
    }
  } finally {
    // Left in the middle it cleans up, and nobody asks for its end.
    await running.return(undefined as never);
  }
}

/** One physical line, as a carrier hands it to `joinLines`. */
export interface SourceLine {
  readonly text: string;
  readonly line: number;
}

/** Lines of a text with any kind of line end; the first is number 1. */
export function linesOf(text: string): readonly SourceLine[] {
  const lines = withLineFeeds(text.replace(/^\ufeff/, '')).split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => ({ text: line, line: index + 1 }));
}

/** A text whose only line ends are NEL (U+0085), which is what those of EBCDIC become, with line feeds instead. */
export function withLineFeeds(text: string): string {
  return text.includes('\u0085') && !/[\r\n]/.test(text) ? text.replaceAll('\u0085', '\n') : text;
}
