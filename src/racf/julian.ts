/** Dates as RACF lists them: `yy.ddd`, the day of the year, in local time. */
import { dayOfYear, toLocal } from '../core/time.ts';

/** `instant` is ISO 8601; `zone` a tz database name. */
export function julianDate(instant: string, zone: string): string {
  const date = toLocal(new Date(instant), zone);
  return `${String(date.year % 100).padStart(2, '0')}.${String(dayOfYear(date)).padStart(3, '0')}`;
}
