/** Data sets as a running job sees them: those of the surroundings, and its own temporary ones. */
import { isRingtoolError } from '../../core/errors.ts';
import type { Surroundings } from '../carrier.ts';

export class DataSets {
  readonly #surroundings: Pick<Surroundings, 'dataSet'>;
  readonly #temporary = new Map<string, Uint8Array>();

  constructor(surroundings: Pick<Surroundings, 'dataSet'>) {
    this.#surroundings = surroundings;
  }

  /** The content of `name`, null when there is none; temporary names begin with two ampersands. */
  async content(name: string): Promise<Uint8Array | null> {
    if (isTemporary(name)) return this.#temporary.get(name) ?? null;
    try {
      return await this.#surroundings.dataSet(name);
    } catch (error) {
      // A place that knows no members has none.
      if (isRingtoolError(error, 'core/bad-name')) return null;
      throw error;
    }
  }

  keep(name: string, bytes: Uint8Array): void {
    this.#temporary.set(name, bytes);
  }

  drop(name: string): void {
    this.#temporary.delete(name);
  }
}

export function isTemporary(name: string): boolean {
  return name.startsWith('&&');
}
