/**
 * The symbols of a job: who gave which value, and how far it reaches.
 *
 * z/OS MVS JCL Reference, "Defining and nullifying JCL symbols" and "Using symbols in nested procedures": what a
 * calling EXEC assigns wins over the defaults of PROC, both win over an earlier SET and end with the procedure. A
 * SET goes on to count behind the procedure, unless EXEC or PROC had assigned that symbol.
 *
 * A value from outside (`--set`) stands in for every SET and PROC of that name, as with symbols of a START command;
 * what an EXEC assigns is said for that call, and stays.
 */
import type { Surroundings } from '../carrier.ts';
import { systemSymbols } from './system-symbols.ts';

interface Value {
  readonly text: string;
  /** Assigned behind an EXPORT that names it: known in in-stream data. */
  readonly exported: boolean;
  readonly by: 'set' | 'proc' | 'exec';
}

export interface Known {
  readonly text: string;
  readonly exported: boolean;
}

export class Symbols {
  readonly #outside: ReadonlyMap<string, string>;
  readonly #system: ReadonlyMap<string, string>;
  readonly #user: string;
  /** The job first, the innermost procedure last. */
  readonly #frames: Map<string, Value>[] = [new Map()];
  readonly #exported = new Set<string>();
  #all = false;

  constructor(surroundings: Pick<Surroundings, 'symbols' | 'user' | 'now' | 'timeZone'>) {
    this.#outside = new Map([...surroundings.symbols].map(([name, text]) => [name.toUpperCase(), text]));
    this.#system = systemSymbols(surroundings);
    this.#user = surroundings.user;
  }

  /** EXPORT SYMLIST=: only what is assigned from now on is exported. */
  export(names: readonly string[]): void {
    for (const name of names) {
      if (name === '*') this.#all = true;
      else this.#exported.add(name.toUpperCase());
    }
  }

  /** True when a value comes from outside. */
  isGiven(name: string): boolean {
    return this.#outside.has(name);
  }

  /** True when the EXEC that calls this procedure assigns `name`. */
  isAssigned(name: string): boolean {
    return this.#frames.at(-1)?.has(name) === true;
  }

  /** SET, or what is left of it where a value from outside takes its place. */
  set(name: string, text: string): void {
    const frame = this.#frames.findLast((each) => each.has(name)) ?? this.#frames[0];
    frame?.set(name, this.#value(name, text, 'set'));
  }

  /** A procedure begins: what EXEC assigns, then the defaults of PROC where EXEC assigns nothing. */
  enter(exec: ReadonlyMap<string, string>): void {
    this.#frames.push(new Map([...exec].map(([name, text]) => [name, this.#value(name, text, 'exec')])));
  }

  default(name: string, text: string): void {
    const frame = this.#frames.at(-1);
    if (frame !== undefined && !frame.has(name)) frame.set(name, this.#value(name, text, 'proc'));
  }

  leave(): void {
    this.#frames.pop();
  }

  /** What `name` stands for here; null when nobody has said. */
  look(name: string): Known | null {
    const given = this.#frames.findLast((each) => each.has(name))?.get(name);
    const outside = this.#outside.get(name);
    if (outside !== undefined && given?.by !== 'exec') return { text: outside, exported: true };
    if (given !== undefined) return given;
    // z/OS MVS JCL Reference, "Using symbols in JES in-stream data": SYSUID needs no EXPORT.
    if (name === 'SYSUID') return { text: this.#user, exported: true };
    return null;
  }

  /** A system symbol: in statements, and in data with SYMBOLS=EXECSYS or CNVTSYS. */
  system(name: string): string | null {
    return this.#system.get(name) ?? null;
  }

  #value(name: string, text: string, by: Value['by']): Value {
    return { text, by, exported: this.#all || this.#exported.has(name) };
  }
}
