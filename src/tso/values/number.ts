/** A whole number in decimal digits. */
import { invalid } from '../problem.ts';
import { single, value } from './single.ts';
import type { Operand } from '../operand.ts';

export function number(options: {
  readonly min: number;
  readonly max: number;
  readonly what?: string;
}): Operand<number> {
  const { min, max, what = 'number' } = options;
  return single(what, (item) => {
    // Fifteen digits are exact in a double; more are out of every range here.
    const read = /^[0-9]{1,15}$/.test(item.text) ? Number(item.text) : Number.NaN;
    return read >= min && read <= max ? value(read) : invalid(item.at, what, item.text);
  });
}
