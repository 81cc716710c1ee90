/** A command of the program as a record: what it takes, examples, and a `run` that answers an exit code. */
import { RingtoolError } from '../core/errors.ts';
import type { Release } from '../core/release.ts';
import type { Io } from './io.ts';

/** Options every command takes. Undefined means: as the store says, else the default named in the help. */
export interface Globals {
  readonly store: string;
  readonly user: string | undefined;
  /** The clock, or the instant given with `--now`. */
  readonly now: () => Date;
  readonly timeZone: string | undefined;
  readonly level: Release | undefined;
  readonly json: boolean;
  readonly dataSets: string | undefined;
  readonly color: boolean;
  readonly dryRun: boolean;
  readonly quiet: boolean;
}

export interface OptionSpec {
  /** As commander spells it: `--ring <owner/ring>`. */
  readonly flags: string;
  readonly description: string;
  readonly choices?: readonly string[];
  readonly required?: boolean;
  /** May be given several times; the values come as a list. */
  readonly repeatable?: boolean;
}

/** One call: words and options as typed, already checked against the command's declaration. */
export interface Invocation {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly globals: Globals;
  readonly io: Io;
}

export interface Command {
  /** Arguments as commander spells them, e.g. `[text...]`. */
  readonly words?: { readonly flags: string; readonly description: string };
  readonly description: string;
  readonly options?: readonly OptionSpec[];
  readonly examples: readonly string[];
  /** What the exit codes say, one line each. */
  readonly exitCodes?: readonly string[];
  /** What every failure but a fault of ringtool answers, where 8 and 12 would mislead. */
  readonly failureCode?: number;
  /**
   * Words that begin with a dash belong to the text once it has begun: known options are taken from
   * anywhere before `--`, everything else is passed on untouched.
   */
  readonly freeText?: boolean;
  readonly run: (invocation: Invocation) => Promise<number>;
}

/** A command as the list of all knows it, before it is loaded. */
export interface Listed {
  /** One word or two, as typed. */
  readonly name: string;
  readonly summary: string;
  /** Not typed by people: help does not list it. */
  readonly hidden?: boolean;
  load(): Promise<Command>;
}

export type Arguments =
  | { readonly kind: 'parsed'; readonly words: readonly string[]; readonly options: Invocation['options'] }
  /** Help was asked for, or the usage is wrong and has been said. */
  | { readonly kind: 'answered'; readonly exitCode: number };

/** The one word a command needs; throws `cli/usage` naming it otherwise. */
export function onlyWord(words: readonly string[], what: string): string {
  const [word, ...more] = words;
  if (word === undefined || more.length > 0) throw new RingtoolError('cli/usage', `${what} is needed, once`);
  return word;
}

/** The value of an option that takes text; undefined when it was not given. */
export function textOption(options: Invocation['options'], name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

/** The values of a repeatable option. */
export function listOption(options: Invocation['options'], name: string): readonly string[] {
  const value = options[name];
  return Array.isArray(value) ? value.map(String) : [];
}

export function flagOption(options: Invocation['options'], name: string): boolean {
  return options[name] === true;
}
