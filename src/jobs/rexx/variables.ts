/**
 * Variables and stems of a routine, and what all of them may hold together.
 *
 * z/OS TSO/E REXX Reference, "Assignments and symbols", "PROCEDURE" and "DROP".
 */
import { LIMITS } from '../../core/limits.ts';
import { Stop } from './faults.ts';

/** Characters held by an exec: in variables and in the data stack. */
export class Storage {
  #used = 0;

  /** Takes or, when negative, gives back. */
  take(characters: number): void {
    this.#used += characters;
    if (this.#used > LIMITS.rexx.storage) throw new Stop(`the exec holds more than ${LIMITS.rexx.storage} characters`);
  }
}

interface Cell {
  /** Undefined: dropped. */
  value: string | undefined;
  /** Another routine has it too. */
  shared: boolean;
  /** What it takes besides its value. */
  readonly cost: number;
}

interface Stem {
  preset: string | undefined;
  readonly cells: Map<string, Cell>;
}

export class Variables {
  readonly #simple = new Map<string, Cell>();
  readonly #stems = new Map<string, Stem>();
  /** Names of what the caller owns. */
  readonly #foreign = new Set<string>();
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  get(name: string): string | undefined {
    return this.#simple.get(name)?.value;
  }

  set(name: string, value: string): void {
    this.#keep(this.#simple, name, value);
  }

  drop(name: string): void {
    const cell = this.#simple.get(name);
    if (cell !== undefined) this.#assign(cell, undefined);
  }

  /** `stem` has its period; undefined when neither the variable nor the stem has a value. */
  getTail(stem: string, tail: string): string | undefined {
    const found = this.#stems.get(stem);
    if (found === undefined) return undefined;
    const cell = found.cells.get(tail);
    return cell === undefined ? found.preset : cell.value;
  }

  setTail(stem: string, tail: string, value: string): void {
    this.#keep(this.#stem(stem).cells, tail, value);
  }

  dropTail(stem: string, tail: string): void {
    const { cells } = this.#stem(stem);
    const cell = cells.get(tail);
    if (cell !== undefined) this.#assign(cell, undefined);
    else cells.set(tail, this.#cell(tail));
  }

  getStem(stem: string): string | undefined {
    return this.#stems.get(stem)?.preset;
  }

  /** Gives all of a stem one value, or takes it from all of them. */
  setStem(stem: string, value: string | undefined): void {
    const found = this.#stem(stem);
    this.#storage.take((value?.length ?? 0) - (found.preset?.length ?? 0));
    found.preset = value;
    for (const [tail, cell] of found.cells) {
      if (cell.shared) this.#assign(cell, value);
      else {
        this.#free(cell);
        found.cells.delete(tail);
      }
    }
  }

  /** Makes a variable of `owner` one of these as well. */
  share(owner: Variables, name: string): void {
    const cell = owner.#simple.get(name) ?? owner.#cell(name);
    owner.#simple.set(name, cell);
    this.#simple.set(name, cell);
    this.#foreign.add(name);
  }

  shareStem(owner: Variables, stem: string): void {
    this.#stems.set(stem, owner.#stem(stem));
    this.#foreign.add(stem);
  }

  shareTail(owner: Variables, stem: string, tail: string): void {
    if (this.#foreign.has(stem)) return;
    const theirs = owner.#stem(stem);
    let cell = theirs.cells.get(tail);
    if (cell === undefined) {
      cell = owner.#cell(tail);
      owner.#assign(cell, theirs.preset);
      theirs.cells.set(tail, cell);
    }
    cell.shared = true;
    this.#stem(stem).cells.set(tail, cell);
  }

  /** Gives back what only these hold, when their routine has ended. */
  release(): void {
    for (const [name, cell] of this.#simple) if (!this.#foreign.has(name)) this.#free(cell);
    for (const [name, stem] of this.#stems) {
      if (this.#foreign.has(name)) continue;
      this.#storage.take(-(stem.preset?.length ?? 0) - LIMITS.rexx.perVariable);
      for (const cell of stem.cells.values()) if (!cell.shared) this.#free(cell);
    }
  }

  #free(cell: Cell): void {
    this.#storage.take(-(cell.value?.length ?? 0) - cell.cost);
  }

  #keep(cells: Map<string, Cell>, name: string, value: string): void {
    let cell = cells.get(name);
    if (cell === undefined) {
      cell = this.#cell(name);
      cells.set(name, cell);
    }
    this.#assign(cell, value);
  }

  #assign(cell: Cell, value: string | undefined): void {
    this.#storage.take((value?.length ?? 0) - (cell.value?.length ?? 0));
    cell.value = value;
  }

  #cell(name: string): Cell {
    const cost = LIMITS.rexx.perVariable + name.length;
    this.#storage.take(cost);
    return { value: undefined, shared: false, cost };
  }

  #stem(name: string): Stem {
    let stem = this.#stems.get(name);
    if (stem === undefined) {
      this.#storage.take(LIMITS.rexx.perVariable);
      stem = { preset: undefined, cells: new Map() };
      this.#stems.set(name, stem);
    }
    return stem;
  }
}
