/**
 * The validity period of a certificate to be made: NOTBEFORE and NOTAFTER with their defaults.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT": values are local time; the certificate holds UTC.
 */
import { fromLocal, toLocal } from '../../core/time.ts';
import type { CalendarDate, ClockTime } from '../../tso/declare.ts';

/** One of NOTBEFORE, NOTAFTER as typed; either part may be missing. */
export interface Moment {
  readonly DATE?: CalendarDate;
  readonly TIME?: ClockTime;
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const START_OF_DAY: ClockTime = { hour: 0, minute: 0, second: 0 };
const END_OF_DAY: ClockTime = { hour: 23, minute: 59, second: 59 };

/**
 * NOTBEFORE defaults to today at 00:00:00, NOTAFTER to one year after NOTBEFORE's day at 23:59:59.
 * Null when the period would end before it begins, or at the same second.
 */
export function requestedValidity(
  start: Moment | undefined,
  end: Moment | undefined,
  now: Date,
  timeZone: string,
): Validity | null {
  const firstDay = start?.DATE ?? dayOf(now, timeZone);
  const lastDay = end?.DATE ?? oneYearAfter(firstDay);
  const notBefore = fromLocal({ ...firstDay, ...(start?.TIME ?? START_OF_DAY) }, timeZone);
  const notAfter = fromLocal({ ...lastDay, ...(end?.TIME ?? END_OF_DAY) }, timeZone);
  return notBefore < notAfter ? { notBefore, notAfter } : null;
}

function dayOf(instant: Date, timeZone: string): CalendarDate {
  const { year, month, day } = toLocal(instant, timeZone);
  return { year, month, day };
}

/** A year from 29 February ends on 28 February, the last day of that month in the year that follows. */
function oneYearAfter(day: CalendarDate): CalendarDate {
  const leapDay = day.month === 2 && day.day === 29;
  return { year: day.year + 1, month: day.month, day: leapDay ? 28 : day.day };
}

/** True when `inner` lies within `outer`, ends included. */
export function isWithin(inner: Validity, outer: Validity): boolean {
  return outer.notBefore <= inner.notBefore && inner.notAfter <= outer.notAfter;
}

/** True when there is an instant at which both are valid. */
export function overlap(a: Validity, b: Validity): boolean {
  return a.notBefore <= b.notAfter && b.notBefore <= a.notAfter;
}

export function isInDate(validity: Validity, now: Date): boolean {
  return validity.notBefore <= now && now <= validity.notAfter;
}
