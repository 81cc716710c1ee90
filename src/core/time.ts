/**
 * Local time and UTC: RACDCERT takes and shows local time, certificates and the store hold UTC.
 *
 * The zone and the clock are always given; nothing here asks the system for the time.
 */
import { RingtoolError } from './errors.ts';

/** A wall-clock reading without a zone; month is 1–12. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Which day of its year a date is: 1 is the first of January. */
export function dayOfYear({ year, month, day }: Pick<LocalTime, 'year' | 'month' | 'day'>): number {
  return (Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 1)) / 86_400_000 + 1;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  try {
    const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
    return format;
  } catch (cause) {
    throw new RingtoolError('core/bad-time-zone', `the time zone ${JSON.stringify(zone)} is not known`, {
      hint: 'use a name of the tz database, such as UTC or America/New_York',
      cause,
    });
  }
}

function isUtc(zone: string): boolean {
  return zone === 'UTC' || zone === 'Etc/UTC' || zone === 'GMT';
}

/** What a clock on the wall of `zone` shows at `instant`. */
export function toLocal(instant: Date, zone: string): LocalTime {
  // Plain arithmetic where it will do: loading the zone data costs several milliseconds of start-up.
  if (isUtc(zone)) {
    return {
      year: instant.getUTCFullYear(),
      month: instant.getUTCMonth() + 1,
      day: instant.getUTCDate(),
      hour: instant.getUTCHours(),
      minute: instant.getUTCMinutes(),
      second: instant.getUTCSeconds(),
    };
  }
  const parts: Record<string, string> = {};
  for (const part of formatFor(zone).formatToParts(instant)) parts[part.type] = part.value;
  const year = Number(parts.year);
  return {
    year: parts.era === 'BC' ? 1 - year : year,
    month: Number(parts.month),
    day: Number(parts.day),
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
  };
}

function asIfUtc(local: LocalTime): number {
  const date = new Date(0);
  date.setUTCFullYear(local.year, local.month - 1, local.day);
  date.setUTCHours(local.hour, local.minute, local.second, 0);
  return date.getTime();
}

/**
 * The instant at which a clock in `zone` shows `local`. Where clocks are set back the earlier of the two
 * is meant; where they are set forward, the reading is moved on by the gap.
 */
export function fromLocal(local: LocalTime, zone: string): Date {
  const wanted = asIfUtc(local);
  if (isUtc(zone)) return new Date(wanted);
  const offsetAt = (instant: number): number =>
    asIfUtc(toLocal(new Date(instant), zone)) - Math.floor(instant / 1000) * 1000;
  const before = offsetAt(wanted - 86_400_000);
  const after = offsetAt(wanted + 86_400_000);
  const earlier = wanted - Math.max(before, after);
  const later = wanted - Math.min(before, after);
  for (const candidate of [earlier, later]) {
    if (candidate + offsetAt(candidate) === wanted) return new Date(candidate);
  }
  return new Date(wanted - before);
}

/** True when the date exists in the calendar and the time on a clock. */
export function isRealTime(local: LocalTime): boolean {
  const date = new Date(asIfUtc(local));
  return (
    date.getUTCFullYear() === local.year &&
    date.getUTCMonth() + 1 === local.month &&
    date.getUTCDate() === local.day &&
    local.hour >= 0 &&
    local.hour <= 23 &&
    local.minute >= 0 &&
    local.minute <= 59 &&
    local.second >= 0 &&
    local.second <= 59
  );
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `yyyy/mm/dd hh:mm:ss` as RACDCERT listings print dates, in local time of `zone`. */
export function listingTime(instant: Date, zone: string): string {
  const t = toLocal(instant, zone);
  const year = String(t.year).padStart(4, '0');
  return `${year}/${two(t.month)}/${two(t.day)} ${two(t.hour)}:${two(t.minute)}:${two(t.second)}`;
}

/**
 * Reads `--now`: an ISO 8601 date (`2026-11-20`, midnight UTC) or date and time with `Z` or an offset.
 * A time without either is taken as UTC, so that a run is the same on every machine.
 */
export function parseInstant(text: string): Date {
  const shape = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(text);
  const instant = shape
    ? new Date(text.replace(' ', 'T') + (text.length > 10 && shape[1] === undefined ? 'Z' : ''))
    : new Date(Number.NaN);
  const day = Number(text.slice(8, 10));
  const month = Number(text.slice(5, 7));
  const lastDay = new Date(Date.UTC(Number(text.slice(0, 4)), month, 0)).getUTCDate();
  if (Number.isNaN(instant.getTime()) || day > lastDay) {
    throw new RingtoolError('core/bad-instant', `${JSON.stringify(text)} is not a date and time`, {
      hint: 'write it as 2026-11-20 or 2026-11-20T08:00:00Z',
    });
  }
  return instant;
}
