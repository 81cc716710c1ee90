/** An exec while it runs: what all its routines share, and what each has of its own. */
import type { Answer, JobEvent, Surroundings } from '../carrier.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Code, Condition } from './code.ts';
import { DataStack } from './data-stack.ts';
import { Fault, Stop } from './faults.ts';
import { Storage, Variables } from './variables.ts';

/** What a running exec asks for or tells; it goes on with the answer. */
export type Effect = JobEvent | { readonly kind: 'read'; readonly dataSet: string };
export type Reply = Answer | Uint8Array | null | undefined;
export type Run<T> = Generator<Effect, T, Reply>;

export interface Trap {
  readonly by: 'SIGNAL' | 'CALL';
  readonly label: string;
}

/** The condition last trapped, for CONDITION(). */
export interface Trapped {
  readonly condition: Condition;
  readonly by: 'SIGNAL' | 'CALL';
  readonly description: string;
}

/** A routine being run; the exec itself is the first. */
export interface Frame {
  variables: Variables;
  readonly how: 'COMMAND' | 'FUNCTION' | 'SUBROUTINE';
  readonly values: readonly (string | undefined)[];
  readonly traps: Map<Condition, Trap>;
  digits: number;
  environment: string;
  otherEnvironment: string;
  trapped: Trapped | null;
  /** PROCEDURE may come only first. */
  fresh: boolean;
}

/** Where OUTTRAP puts the lines of commands. */
export interface OutTrap {
  /** As given, in upper case: a stem with its period, or the first part of names. */
  readonly name: string;
  readonly most: number;
  readonly append: boolean;
  readonly skip: number;
  stored: number;
  trapped: number;
  skipped: number;
}

/** A data set that ALLOC has given a DD name. */
export interface OpenFile {
  readonly dataSet: string;
  /** Allocated MOD: lines are written behind those that are there. */
  readonly append: boolean;
  reading: { readonly lines: readonly string[]; next: number } | null;
  writing: string[] | null;
}

/** A call of a routine by name, from an expression or CALL; undefined when it gives nothing back. */
export type Invoke = (
  frame: Frame,
  call: { readonly name: string; readonly bypass: boolean; readonly how: 'FUNCTION' | 'SUBROUTINE' },
  values: readonly (string | undefined)[],
) => Run<string | undefined>;

export class Exec {
  readonly storage = new Storage();
  readonly stack = new DataStack(this.storage);
  /** By DD name. */
  readonly files = new Map<string, OpenFile>();
  outTrap: OutTrap | null = null;
  messages = 'ON';
  prompting = 'OFF';
  /** Line of the clause being run. */
  line = 1;
  #spent = 0;
  #commands = 0;
  #depth = 0;
  readonly #without = new Map<string, number>();
  readonly #said = new Set<string>();
  readonly code: Code;
  readonly file: string;
  readonly surroundings: Surroundings;

  constructor(code: Code, file: string, surroundings: Surroundings) {
    this.code = code;
    this.file = file;
    this.surroundings = surroundings;
  }

  main(): Frame {
    const argument = this.surroundings.symbols.get('ARG');
    return {
      variables: new Variables(this.storage),
      how: 'COMMAND',
      values: argument === undefined ? [] : [argument],
      traps: new Map(),
      digits: 9,
      environment: 'TSO',
      otherEnvironment: 'TSO',
      trapped: null,
      fresh: false,
    };
  }

  /** Counts a clause, and long strings as several. */
  spend(clauses: number): void {
    this.#spent += clauses;
    if (this.#spent > LIMITS.rexx.clauses)
      throw new Stop(
        `the exec has not ended after ${LIMITS.rexx.clauses} clauses (work on long text counts as several)`,
      );
  }

  /** Counts a command of TSO. */
  spendCommand(): void {
    this.#commands++;
    if (this.#commands > LIMITS.rexx.commands)
      throw new Stop(`the exec has not ended after ${LIMITS.rexx.commands} commands`);
  }

  /** Pays for what is printed: no exec fills a disk. */
  spendOutput(characters: number): void {
    this.spend(characters / 64);
  }

  /** Pays for a search of one text in another: in the worst case each place is tried. */
  spendSearch(wanted: number, searched: number): void {
    this.spend((wanted * searched) / 2 ** 20);
  }

  /** A result that may be long: within the bound, and paid for. */
  bounded(text: string): string {
    if (text.length > LIMITS.rexx.string) throw new Stop(`a string is longer than ${LIMITS.rexx.string} characters`);
    this.spend(text.length / 1024);
    return text;
  }

  enter(levels: number): void {
    this.#depth += levels;
    if (this.#depth > LIMITS.rexx.depth) throw new Fault(11, 'expressions and routines are too deep within each other');
  }

  leave(levels: number): void {
    this.#depth -= levels;
  }

  /** How deep it is; a trap that leaves expressions goes back to it. */
  get level(): number {
    return this.#depth;
  }

  back(level: number): void {
    this.#depth = level;
  }

  /** Notes that a variable without value has been used as its own name. */
  unset(name: string): void {
    if (this.#without.size < 1_000 && !this.#without.has(name)) this.#without.set(name, this.line);
  }

  /** Variables without value whose name is a word of `text`, each given once. */
  *unsetIn(text: string): Generator<{ readonly name: string; readonly line: number }> {
    const [, ...words] = text.split(/[^A-Za-z0-9.!?_@#$¢]+/).filter((word) => word !== '');
    for (const word of words) {
      const line = this.#without.get(word);
      if (line === undefined || this.#said.has(`unset ${word}`)) continue;
      this.#said.add(`unset ${word}`);
      yield { name: word, line };
    }
  }

  /** A hint, the first time only. */
  *hintOnce(text: string, line = this.line): Run<void> {
    if (this.#said.has(text)) return;
    this.#said.add(text);
    yield { kind: 'hint', remark: { file: this.file, line, text } };
  }
}

/** The content of a data set; null when there is none. */
export function* readDataSet(name: string): Run<Uint8Array | null> {
  const reply = yield { kind: 'read', dataSet: name };
  return reply instanceof Uint8Array ? reply : null;
}
