/** A time of day, `hh:mm:ss`. */
import { invalid } from '../problem.ts';
import { single, value } from './single.ts';
import type { Operand } from '../operand.ts';

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

export function time(): Operand<ClockTime> {
  return single('time', (item) => {
    const shape = /^([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])$/.exec(item.text);
    if (shape === null) return invalid(item.at, 'time', item.text);
    return value({ hour: Number(shape[1]), minute: Number(shape[2]), second: Number(shape[3]) });
  });
}
