/** Values given to a built-in function, taken as it needs them; what does not fit is REXX error 40. */
import { Fault } from '../faults.ts';
import { wholeOf } from '../number.ts';
import { upper } from '../characters.ts';

export class Arguments {
  readonly name: string;
  readonly values: readonly (string | undefined)[];
  /** NUMERIC DIGITS in force. */
  readonly digits: number;

  constructor(name: string, values: readonly (string | undefined)[], digits: number) {
    this.name = name;
    this.values = values;
    this.digits = digits;
  }

  has(index: number): boolean {
    return this.values[index] !== undefined;
  }

  /** Must be given, unless there is something to take instead. */
  text(index: number, instead?: string): string {
    const value = this.values[index] ?? instead;
    if (value === undefined) throw this.wrong(`value ${index + 1} is missing`);
    return value;
  }

  /** A whole number from `least` on. */
  whole(index: number, least: number, instead?: number): number {
    const text = this.values[index];
    if (text === undefined && instead !== undefined) return instead;
    const value = wholeOf(this.text(index), Math.max(this.digits, 9));
    if (value === null || value < least) throw this.wrong(`value ${index + 1} is not a whole number from ${least} on`);
    return value;
  }

  /** One character. */
  pad(index: number, instead = ' '): string {
    const value = this.text(index, instead);
    if (value.length !== 1) throw this.wrong(`value ${index + 1} is not one character`);
    return value;
  }

  /** The first letter, one of `letters`; the first of these when it is not given. */
  option(index: number, letters: string): string {
    const letter = upper(this.text(index, letters)).charAt(0);
    if (letter === '' || !letters.includes(letter)) throw this.wrong(`value ${index + 1} is none of ${letters}`);
    return letter;
  }

  wrong(detail: string): Fault {
    return new Fault(40, `${this.name}: ${detail}`);
  }
}
