/**
 * A calendar day, `yyyy-mm-dd` or `yyyy/mm/dd`, between 1950 and 9997.
 *
 * RACF Command Language Reference, "RACDCERT", NOTBEFORE and NOTAFTER.
 */
import { isRealTime } from '../../core/time.ts';
import { invalid } from '../problem.ts';
import { single, value } from './single.ts';
import type { Operand } from '../operand.ts';

/** Month is 1–12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** X.509's UTCTime begins in 1950; RACF's own upper bound is 9997. */
const FIRST_YEAR = 1950;
const LAST_YEAR = 9997;

export function date(): Operand<CalendarDate> {
  return single('date', (item) => {
    const shape = /^([0-9]{4})([-/])([0-9]{2})\2([0-9]{2})$/.exec(item.text);
    const day = { year: Number(shape?.[1]), month: Number(shape?.[3]), day: Number(shape?.[4]) };
    const real =
      shape !== null &&
      day.year >= FIRST_YEAR &&
      day.year <= LAST_YEAR &&
      isRealTime({ ...day, hour: 0, minute: 0, second: 0 });
    return real ? value(day) : invalid(item.at, 'date', item.text);
  });
}
