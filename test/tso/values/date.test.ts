import fc from 'fast-check';
import { expect, it } from 'vitest';
import { date } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

it.each([
  ['2034-12-31', { year: 2034, month: 12, day: 31 }],
  ['2034/12/31', { year: 2034, month: 12, day: 31 }],
  ['2024-02-29', { year: 2024, month: 2, day: 29 }],
  ['1950-01-01', { year: 1950, month: 1, day: 1 }],
  ['9997-12-31', { year: 9997, month: 12, day: 31 }],
])('%s', (written, expected) => expect(read(date(), `(${written})`)).toEqual(expected));

it.each([
  '1949-12-31',
  '9998-01-01',
  '2023-02-29',
  '2100-02-29',
  '2034-13-01',
  '2034-00-10',
  '2034-04-31',
  '2034-12/31',
  '34-12-31',
  '2034-1-5',
  '12/31/2034',
  '20341231',
  'TODAY',
])('%s is refused', (written) => expect(read(date(), `(${written})`)).toBe(`IKJ56702I INVALID DATE, ${written}`));

it('every day of the calendar is read as itself', () => {
  const days = fc.date({ min: new Date('1950-01-01'), max: new Date('9997-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (day) => {
      const expected = { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
      expect(read(date(), `(${day.toISOString().slice(0, 10)})`)).toEqual(expected);
    }),
  );
});
