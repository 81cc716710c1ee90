/**
 * The data stack: what PUSH and QUEUE put in and PULL takes out, with its buffers and further stacks.
 *
 * z/OS TSO/E REXX Reference, "Data stack" and the commands MAKEBUF, DROPBUF, NEWSTACK and DELSTACK.
 */
import { LIMITS } from '../../core/limits.ts';
import type { Storage } from './variables.ts';

interface Stack {
  readonly lines: string[];
  /** How many lines lay there when each buffer was made. */
  readonly buffers: number[];
}

export class DataStack {
  private readonly stacks: Stack[] = [{ lines: [], buffers: [] }];
  private readonly storage: Storage;

  constructor(storage: Storage) {
    this.storage = storage;
  }

  get queued(): number {
    return this.top.lines.length;
  }

  /** Puts a line in front (PUSH) or behind (QUEUE) those of the newest buffer. */
  add(line: string, first: boolean): void {
    this.storage.take(line.length + LIMITS.rexx.perVariable);
    // Lines are taken from the end of the row: the newest buffer lies there.
    if (first) this.top.lines.push(line);
    else this.top.lines.splice(this.top.buffers.at(-1) ?? 0, 0, line);
  }

  /** The next line; null when there is none. */
  pull(): string | null {
    const line = this.top.lines.pop();
    if (line === undefined) return null;
    this.storage.take(-line.length - LIMITS.rexx.perVariable);
    this.top.buffers.forEach((below, index, buffers) => {
      buffers[index] = Math.min(below, this.top.lines.length);
    });
    return line;
  }

  /** Gives the number of the new buffer. */
  makeBuffer(): number {
    this.top.buffers.push(this.queued);
    this.storage.take(LIMITS.rexx.perVariable);
    return this.top.buffers.length;
  }

  /** Takes buffer `number` and those above away, with what lies in them; the newest without a number. */
  dropBuffer(number = this.top.buffers.length): boolean {
    const below = this.top.buffers[number - 1];
    if (below === undefined) return false;
    while (this.queued > below) this.pull();
    this.top.buffers.length = number - 1;
    return true;
  }

  newStack(): void {
    this.storage.take(LIMITS.rexx.perVariable);
    this.stacks.push({ lines: [], buffers: [] });
  }

  /** Takes the newest stack away; false when there is only the first, which is emptied. */
  deleteStack(): boolean {
    while (this.pull() !== null);
    if (this.stacks.length === 1) return false;
    this.stacks.pop();
    return true;
  }

  private get top(): Stack {
    return this.stacks.at(-1) ?? { lines: [], buffers: [] };
  }
}
