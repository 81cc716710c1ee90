/** Values as bound, in words that would be read back to the same: for explanations. */
import { quote } from './print.ts';
import type { CalendarDate } from './values/date.ts';
import type { ClockTime } from './values/time.ts';

/** `SIZE(2048)`, `TRUST`, `SUBJECTSDN(CN('web') C('US'))`. */
export function shownOperand(keyword: string, value: unknown): string {
  const shown = shownValue(value);
  return shown === '' ? keyword : `${keyword}(${shown})`;
}

/** Empty for a keyword that stands alone. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return /^[A-Z0-9@#$.*]+$/.test(value) ? value : quote(value);
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(shownValue).join(' ');
  if (typeof value !== 'object' || value === null) return '';
  if (isDate(value)) return `${digits(value.year, 4)}-${digits(value.month, 2)}-${digits(value.day, 2)}`;
  if (isTime(value)) return [value.hour, value.minute, value.second].map((part) => digits(part, 2)).join(':');
  return Object.entries(value)
    .map(([keyword, inner]) => shownOperand(keyword, inner))
    .join(' ');
}

function isDate(value: object): value is CalendarDate {
  return 'year' in value;
}

function isTime(value: object): value is ClockTime {
  return 'hour' in value;
}

function digits(number: number, width: number): string {
  return String(number).padStart(width, '0');
}
