import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDer } from '../../src/der/reader.ts';
import { timeOf } from '../../src/der/times.ts';
import { derTime, derValue } from '../../src/der/writer.ts';

const utc = (text: string) => timeOf(readDer(derValue(0x17, Buffer.from(text))), 'it').toISOString();
const general = (text: string) => timeOf(readDer(derValue(0x18, Buffer.from(text))), 'it').toISOString();

describe('times', () => {
  it('turns the century at 50', () => {
    expect(utc('491231235959Z')).toBe('2049-12-31T23:59:59.000Z');
    expect(utc('500101000000Z')).toBe('1950-01-01T00:00:00.000Z');
  });

  it('reads what old certificates hold: no seconds, offsets, fractions', () => {
    expect(utc('9901020304Z')).toBe('1999-01-02T03:04:00.000Z');
    expect(utc('990102030405+0130')).toBe('1999-01-02T01:34:05.000Z');
    expect(utc('990102030405-0130')).toBe('1999-01-02T04:34:05.000Z');
    expect(general('20500101000000.5Z')).toBe('2050-01-01T00:00:00.500Z');
  });

  it('reads the years 1 to 9999', () => {
    expect(general('00010101000000Z')).toBe('0001-01-01T00:00:00.000Z');
    expect(general('99991231235959Z')).toBe('9999-12-31T23:59:59.000Z');
  });

  it.each([
    '',
    '260230000000Z',
    '261301000000Z',
    '260101240000Z',
    '260101006000Z',
    '260101000060Z',
    '260101000000',
    '20260101000000Z',
    '260101000000.5Z',
    ' 60101000000Z',
    '26010100000 Z',
  ])('refuses the UTCTime %j', (text) => {
    expect(() => utc(text)).toThrow(/not a well-formed time|does not exist/);
  });

  it.each(['260101000000Z', '2026010100Z', '20260101000000', '20260101000000,5Z', `2026${'0'.repeat(60)}Z`])(
    'refuses the GeneralizedTime %j',
    (text) => {
      expect(() => general(text)).toThrow(/not a well-formed time|does not exist/);
    },
  );

  it('refuses another type', () => {
    expect(() => timeOf(readDer(derValue(0x0c, Buffer.from('260101000000Z'))), 'it')).toThrow(/neither UTCTime/);
  });

  it('reads back every second it writes', () => {
    const seconds = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(seconds, (instant) => {
        const whole = new Date(Math.floor(instant.getTime() / 1000) * 1000);
        const value = readDer(derTime(instant));
        expect(timeOf(value, 'it')).toEqual(whole);
        const year = whole.getUTCFullYear();
        expect(value.tag).toBe(year >= 1950 && year <= 2049 ? 0x17 : 0x18);
      }),
    );
  });
});
