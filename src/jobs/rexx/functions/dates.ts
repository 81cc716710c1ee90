/**
 * DATE and TIME: the clock of the session, which stands still while an exec runs.
 *
 * z/OS TSO/E REXX Reference, "DATE" and "TIME".
 */
import { isRealTime, type LocalTime, toLocal } from '../../../core/time.ts';
import { upper } from '../characters.ts';
import type { Exec } from '../exec.ts';
import { wholeOf } from '../number.ts';
import { type BuiltIns, of } from './built-in.ts';

export const DATES: BuiltIns = {
  DATE: of(0, 3, (v, exec) => {
    const now = localNow(exec);
    const form = v.option(0, 'NBCDEJMOSUW');
    if (!v.has(1)) return dateIn(form, now.year, dayNumber(now));
    const from = v.option(2, 'NBCDEJMOSUW');
    const day = dayFrom(v.text(1), from, now);
    if (day === null) throw v.wrong('value 2 is not a date of the form that value 3 names');
    return dateIn(form, yearOf(day), day);
  }),
  TIME: of(0, 1, (v, exec) => {
    const { hour, minute, second } = localNow(exec);
    const clock = `${two(hour)}:${two(minute)}:${two(second)}`;
    switch (v.option(0, 'NCEHLMRS')) {
      case 'C':
        return `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)}${hour < 12 ? 'am' : 'pm'}`;
      case 'E':
      case 'R':
        return '0';
      case 'H':
        return String(hour);
      case 'L':
        return `${clock}.${String(exec.surroundings.now.getUTCMilliseconds()).padStart(3, '0')}000`;
      case 'M':
        return String(hour * 60 + minute);
      case 'S':
        return String((hour * 60 + minute) * 60 + second);
      default:
        return clock;
    }
  }),
};

const MONTHS: readonly string[] = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];
const WEEKDAYS: readonly string[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const DAY = 86_400_000;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function localNow({ surroundings }: Exec): LocalTime {
  return toLocal(surroundings.now, surroundings.timeZone);
}

/** Days before this one since 1 January of the year 1: what DATE('B') counts. */
function dayNumber({ year, month, day }: Pick<LocalTime, 'year' | 'month' | 'day'>): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY) + 719_162;
}

function dateOf(day: number): Date {
  return new Date((day - 719_162) * DAY);
}

function yearOf(day: number): number {
  return dateOf(day).getUTCFullYear();
}

function dateIn(form: string, year: number, day: number): string {
  const date = dateOf(day);
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const short = two(year % 100);
  const ofYear = day - dayNumber({ year, month: 1, day: 1 }) + 1;
  switch (form) {
    case 'B':
      return String(day);
    case 'C':
      return String(day - dayNumber({ year: year - (year % 100), month: 1, day: 1 }) + 1);
    case 'D':
      return String(ofYear);
    case 'E':
      return `${two(dayOfMonth)}/${two(month)}/${short}`;
    case 'J':
      return `${short}${String(ofYear).padStart(3, '0')}`;
    case 'M':
      return MONTHS[month - 1] ?? '';
    case 'O':
      return `${short}/${two(month)}/${two(dayOfMonth)}`;
    case 'S':
      return `${String(year).padStart(4, '0')}${two(month)}${two(dayOfMonth)}`;
    case 'U':
      return `${two(month)}/${two(dayOfMonth)}/${short}`;
    case 'W':
      return WEEKDAYS[day % 7] ?? '';
    default:
      return `${dayOfMonth} ${(MONTHS[month - 1] ?? '').slice(0, 3)} ${String(year).padStart(4, '0')}`;
  }
}

/** The day that `text` names in a form; null when it is no date in it. Forms without a year or a day name none. */
function dayFrom(text: string, form: string, now: LocalTime): number | null {
  const numbers = (pattern: RegExp): readonly number[] | null => pattern.exec(text)?.slice(1).map(Number) ?? null;
  switch (form) {
    case 'B': {
      const day = wholeOf(text, 9);
      return day === null || day < 0 || day > 3_652_058 ? null : day;
    }
    case 'D': {
      const day = wholeOf(text, 9);
      return day === null || day < 1 || day > 366 ? null : dayNumber({ year: now.year, month: 1, day: 1 }) + day - 1;
    }
    case 'E': {
      const [day = 0, month = 0, year = 0] = numbers(/^(\d\d)\/(\d\d)\/(\d\d)$/) ?? [];
      return realDay(inWindow(year, now), month, day);
    }
    case 'J': {
      const [year = 0, day = 0] = numbers(/^(\d\d)(\d{3})$/) ?? [];
      const first = dayNumber({ year: inWindow(year, now), month: 1, day: 1 });
      return day < 1 || yearOf(first + day - 1) !== inWindow(year, now) ? null : first + day - 1;
    }
    case 'O': {
      const [year = 0, month = 0, day = 0] = numbers(/^(\d\d)\/(\d\d)\/(\d\d)$/) ?? [];
      return realDay(inWindow(year, now), month, day);
    }
    case 'S': {
      const [year = 0, month = 0, day = 0] = numbers(/^(\d{4})(\d\d)(\d\d)$/) ?? [];
      return realDay(year, month, day);
    }
    case 'U': {
      const [month = 0, day = 0, year = 0] = numbers(/^(\d\d)\/(\d\d)\/(\d\d)$/) ?? [];
      return realDay(inWindow(year, now), month, day);
    }
    case 'N': {
      const [, day = '', name = '', year = ''] = /^(\d{1,2}) ([A-Za-z]{3}) (\d{4})$/.exec(text) ?? [];
      const month = MONTHS.findIndex((each) => upper(each.slice(0, 3)) === upper(name)) + 1;
      return realDay(Number(year), month, Number(day));
    }
    default:
      return null;
  }
}

function realDay(year: number, month: number, day: number): number | null {
  const real = year > 0 && isRealTime({ year, month, day, hour: 0, minute: 0, second: 0 });
  return real ? dayNumber({ year, month, day }) : null;
}

/** A year of two digits lies between fifty years ago and forty-nine ahead. */
function inWindow(short: number, now: LocalTime): number {
  const first = now.year - 50;
  return first + ((((short - first) % 100) + 100) % 100);
}
