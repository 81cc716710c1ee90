/** Dates as RACF lists them: `yy.ddd`, the day of the year, in local time. */
import { type LocalTime, toLocal } from '../core/time.ts';

/** `instant` is ISO 8601; `zone` a tz database name. */
export function julianDate(instant: string, zone: string): string {
  const { year, month, day }: LocalTime = toLocal(new Date(instant), zone);
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000 + 1;
  return `${String(year % 100).padStart(2, '0')}.${String(days).padStart(3, '0')}`;
}
