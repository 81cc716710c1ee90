import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfYear, fromLocal, isRealTime, listingTime, parseInstant, toLocal } from '../../src/core/time.ts';

describe('local time', () => {
  it('shows UTC certificates in the zone of the reader', () => {
    const instant = new Date('2026-01-01T00:00:00Z');
    expect(listingTime(instant, 'UTC')).toBe('2026/01/01 00:00:00');
    expect(listingTime(instant, 'America/Los_Angeles')).toBe('2025/12/31 16:00:00');
  });

  it('goes back and forth outside the hours that clocks skip or repeat', () => {
    const zones = fc.constantFrom('UTC', 'America/New_York', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Auckland');
    fc.assert(
      fc.property(fc.integer({ min: -600_000_000, max: 253_000_000_000 }), zones, (seconds, zone) => {
        const instant = new Date(seconds * 1000);
        const again = fromLocal(toLocal(instant, zone), zone);
        expect(toLocal(again, zone)).toEqual(toLocal(instant, zone));
      }),
      { numRuns: 300 },
    );
  });

  it('takes the earlier of two when clocks are set back, and moves on when they are set forward', () => {
    const at = (month: number, day: number, hour: number, minute: number) =>
      fromLocal({ year: 2026, month, day, hour, minute, second: 0 }, 'America/New_York').toISOString();
    expect(at(11, 1, 1, 30)).toBe('2026-11-01T05:30:00.000Z');
    expect(at(3, 8, 2, 30)).toBe('2026-03-08T07:30:00.000Z');
  });

  it('names a zone it does not know', () => {
    expect(() => toLocal(new Date(0), 'Mars/Base')).toThrow(/Mars\/Base/);
  });
});

it.each([
  [2030, 1, 1, 1],
  [2030, 12, 31, 365],
  [2028, 3, 1, 61],
])('%i-%i-%i is day %i of its year', (year, month, day, number) => {
  expect(dayOfYear({ year, month, day })).toBe(number);
});

describe('real times', () => {
  const base = { year: 2028, month: 2, day: 29, hour: 0, minute: 0, second: 0 };
  it('has 29 February in leap years only', () => {
    expect(isRealTime(base)).toBe(true);
    expect(isRealTime({ ...base, year: 2027 })).toBe(false);
  });
  it.each([{ month: 13 }, { day: 0 }, { hour: 24 }, { minute: 60 }, { second: 60 }])('refuses %j', (part) => {
    expect(isRealTime({ ...base, ...part })).toBe(false);
  });
});

describe('--now', () => {
  it.each([
    ['2026-11-20', '2026-11-20T00:00:00.000Z'],
    ['2026-11-20T08:30', '2026-11-20T08:30:00.000Z'],
    ['2026-11-20 08:30:15', '2026-11-20T08:30:15.000Z'],
    ['2026-11-20T08:30:15+02:00', '2026-11-20T06:30:15.000Z'],
  ])('%s is %s', (text, iso) => expect(parseInstant(text).toISOString()).toBe(iso));
  it.each(['', 'today', '2026-02-30', '20261120', '2026-11-20T25:00', '2026-13-01'])('%j is refused', (text) =>
    expect(() => parseInstant(text)).toThrow(/is not a date/),
  );
});
