/** Data sets as a running job sees them: those of the surroundings, and its own temporary ones. */
import { isRingtoolError } from '../../core/errors.ts';
import { systemCode } from '../../core/system-code.ts';
import type { Surroundings } from '../carrier.ts';
import type { PlacedLine } from '../continuation.ts';
import type { Template } from './template.ts';
import { textLines } from './text-lines.ts';

export class DataSets {
  readonly #surroundings: Pick<Surroundings, 'dataSet'>;
  readonly #temporary = new Map<string, Uint8Array>();

  readonly #template: Template;

  constructor(surroundings: Pick<Surroundings, 'dataSet'>, template: Template) {
    this.#surroundings = surroundings;
    this.#template = template;
  }

  /** The content of `name`, null when there is none; temporary names begin with two ampersands. */
  async content(name: string): Promise<Uint8Array | null> {
    if (isTemporary(name)) return this.#temporary.get(name) ?? null;
    return await this.#surroundings.dataSet(name);
  }

  /** Its lines, placeholders filled in; throws `file/...` when it is no text. */
  async lines(name: string): Promise<readonly PlacedLine[] | null> {
    const bytes = await this.content(name);
    return bytes === null ? null : this.#template.fill(textLines(bytes, name));
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

/** Why a data set or member could not be read, as a text; what is no such failure is thrown on. */
export function whyUnread(error: unknown): string {
  if (isRingtoolError(error)) return error.message;
  const code = systemCode(error);
  if (code === '') throw error;
  return `the system says ${code}`;
}
