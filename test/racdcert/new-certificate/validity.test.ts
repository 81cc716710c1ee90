import { describe, expect, it } from 'vitest';
import {
  isInDate,
  isWithin,
  overlap,
  requestedValidity,
  type Validity,
} from '../../../src/racdcert/new-certificate/validity.ts';

const span = (from: string, to: string): Validity => ({ notBefore: new Date(from), notAfter: new Date(to) });

describe('requestedValidity', () => {
  const now = new Date('2026-11-20T23:30:00Z');

  it('takes the day from the clock on the wall', () => {
    const asked = requestedValidity(undefined, undefined, now, 'Asia/Tokyo');
    expect(asked?.notBefore.toISOString()).toBe('2026-11-20T15:00:00.000Z');
    expect(asked?.notAfter.toISOString()).toBe('2027-11-21T14:59:59.000Z');
  });

  it('follows the summer time of each end', () => {
    const start = { DATE: { year: 2026, month: 7, day: 1 } };
    const end = { DATE: { year: 2026, month: 12, day: 31 }, TIME: { hour: 12, minute: 0, second: 0 } };
    const asked = requestedValidity(start, end, now, 'America/New_York');
    expect(asked).toEqual(span('2026-07-01T04:00:00Z', '2026-12-31T17:00:00Z'));
  });

  it('counts the default end from NOTBEFORE, not from today', () => {
    const start = { DATE: { year: 2030, month: 5, day: 6 } };
    expect(requestedValidity(start, undefined, now, 'UTC')?.notAfter).toEqual(new Date('2031-05-06T23:59:59Z'));
  });

  it('is none when it ends at the second it begins', () => {
    const day = { year: 2026, month: 1, day: 1 };
    const noon = { DATE: day, TIME: { hour: 12, minute: 0, second: 0 } };
    const later = { DATE: day, TIME: { hour: 12, minute: 0, second: 1 } };
    expect(requestedValidity(noon, noon, now, 'UTC')).toBeNull();
    expect(requestedValidity(noon, later, now, 'UTC')).not.toBeNull();
  });
});

describe('periods', () => {
  const outer = span('2026-01-01', '2027-01-01');

  it('lie within one another with their ends included', () => {
    expect(isWithin(outer, outer)).toBe(true);
    expect(isWithin(span('2025-12-31', '2026-06-01'), outer)).toBe(false);
    expect(isWithin(span('2026-06-01', '2027-01-02'), outer)).toBe(false);
  });

  it('overlap when an instant is in both', () => {
    expect(overlap(span('2027-01-01', '2028-01-01'), outer)).toBe(true);
    expect(overlap(span('2027-01-02', '2028-01-01'), outer)).toBe(false);
    expect(overlap(outer, span('2025-01-01', '2025-12-31'))).toBe(false);
  });

  it('hold now when it is not before and not after', () => {
    expect(isInDate(outer, new Date('2026-01-01'))).toBe(true);
    expect(isInDate(outer, new Date('2025-12-31T23:59:59Z'))).toBe(false);
    expect(isInDate(outer, new Date('2027-01-01T00:00:01Z'))).toBe(false);
  });
});
