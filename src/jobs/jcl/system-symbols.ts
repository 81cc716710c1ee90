/**
 * System symbols whose values do not depend on a system: date and time, the user, the job.
 *
 * z/OS MVS Initialization and Tuning Reference, "Dynamic system symbols". Those with an L are local time, the others
 * UTC. That the week day is three letters is assumed.
 */
import { dayOfYear, type LocalTime, toLocal } from '../../core/time.ts';
import type { Surroundings } from '../carrier.ts';

const WEEK_DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

/** Symbols that z/OS knows and that only a system can fill in: they need a value from outside. */
const OF_A_SYSTEM: ReadonlySet<string> = new Set(
  'SYSALVL SYSCLONE SYSNAME SYSOSLVL SYSPLEX SYSR1 SYSR2 SEQ SID DS'.split(' '),
);

export function isSystemSymbol(name: string): boolean {
  return OF_A_SYSTEM.has(name) || /^L?(?:YYMMDD|HHMMSS|DAY|HR|JDAY|MIN|MON|SEC|WDAY|YR2|YR4|DATE|TIME)$/.test(name);
}

/** Name and value of each, as of `surroundings.now`. */
export function systemSymbols({ now, timeZone }: Pick<Surroundings, 'now' | 'timeZone'>): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [prefix, time] of [
    ['', toLocal(now, 'UTC')],
    ['L', toLocal(now, timeZone)],
  ] as const) {
    for (const [name, value] of clockSymbols(time)) values.set(prefix + name, value);
  }
  return values;
}

function clockSymbols(time: LocalTime): readonly (readonly [string, string])[] {
  const day = Date.UTC(time.year, time.month - 1, time.day);
  const [month, date, hour, minute, second] = [time.month, time.day, time.hour, time.minute, time.second].map(two);
  const year = String(time.year).padStart(4, '0');
  const yymmdd = `${year.slice(-2)}${month}${date}`;
  const hhmmss = `${hour}${minute}${second}`;
  return [
    ['DAY', `${date}`],
    ['MON', `${month}`],
    ['YR4', year],
    ['YR2', year.slice(-2)],
    ['JDAY', String(dayOfYear(time)).padStart(3, '0')],
    ['WDAY', WEEK_DAYS[new Date(day).getUTCDay()] ?? ''],
    ['HR', `${hour}`],
    ['MIN', `${minute}`],
    ['SEC', `${second}`],
    ['YYMMDD', yymmdd],
    ['HHMMSS', hhmmss],
    ['DATE', yymmdd],
    ['TIME', hhmmss],
  ];
}

const two = (value: number): string => String(value).padStart(2, '0');
