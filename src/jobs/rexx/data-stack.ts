/**
 * The data stack: what PUSH and QUEUE put in and PULL takes out, with its buffers and further stacks.
 *
 * z/OS TSO/E REXX Reference, "Data stack" and the commands MAKEBUF, DROPBUF, NEWSTACK and DELSTACK.
 */
import { LIMITS } from '../../core/limits.ts';
import { Stop } from './faults.ts';
import type { Storage } from './variables.ts';

/** Lines come from the end of `pushed` first, then from `queued` at `next`. */
interface Buffer {
  readonly pushed: string[];
  queued: string[];
  next: number;
}

export class DataStack {
  /** Each with its buffers, the newest last; the first buffer is always there. */
  readonly #stacks: Buffer[][] = [[emptyBuffer()]];
  readonly #storage: Storage;

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  /** Lines in the newest stack, all buffers together. */
  get queued(): number {
    return this.#buffers.reduce((sum, buffer) => sum + linesIn(buffer), 0);
  }

  /** Puts a line in front of (PUSH) or behind (QUEUE) those of the newest buffer. */
  add(line: string, first: boolean): void {
    const buffer = this.#buffers.at(-1);
    this.#storage.take(line.length + LIMITS.rexx.perVariable);
    if (first) buffer?.pushed.push(line);
    else buffer?.queued.push(line);
  }

  /** The next line; null when there is none. */
  pull(): string | null {
    for (const buffer of [...this.#buffers].reverse()) {
      const line = lineFrom(buffer);
      if (line === null) continue;
      this.#storage.take(-line.length - LIMITS.rexx.perVariable);
      return line;
    }
    return null;
  }

  /** Gives the number of the new buffer. */
  makeBuffer(): number {
    if (this.#buffers.length > LIMITS.rexx.buffers) throw new Stop('too many buffers of the data stack');
    return this.#buffers.push(emptyBuffer()) - 1;
  }

  /** Takes buffer `number` and those above away, with their lines; the newest without a number. */
  dropBuffer(number = this.#buffers.length - 1): boolean {
    if (number < 1 || number >= this.#buffers.length) return false;
    while (this.#buffers.length > number) this.#empty(this.#buffers.pop());
    return true;
  }

  newStack(): void {
    if (this.#stacks.length > LIMITS.rexx.buffers) throw new Stop('too many data stacks');
    this.#stacks.push([emptyBuffer()]);
  }

  /** Takes the newest stack away; the first is only emptied. */
  deleteStack(): void {
    while (this.dropBuffer());
    this.#empty(this.#buffers[0]);
    if (this.#stacks.length > 1) this.#stacks.pop();
  }

  #empty(buffer: Buffer | undefined): void {
    if (buffer === undefined) return;
    for (let line = lineFrom(buffer); line !== null; line = lineFrom(buffer)) {
      this.#storage.take(-line.length - LIMITS.rexx.perVariable);
    }
  }

  get #buffers(): Buffer[] {
    return this.#stacks.at(-1) ?? [];
  }
}

function emptyBuffer(): Buffer {
  return { pushed: [], queued: [], next: 0 };
}

function linesIn({ pushed, queued, next }: Buffer): number {
  return pushed.length + queued.length - next;
}

function lineFrom(buffer: Buffer): string | null {
  const pushed = buffer.pushed.pop();
  if (pushed !== undefined) return pushed;
  const line = buffer.queued[buffer.next];
  if (line === undefined) return null;
  buffer.next++;
  if (buffer.next === buffer.queued.length) {
    buffer.queued = [];
    buffer.next = 0;
  }
  return line;
}
