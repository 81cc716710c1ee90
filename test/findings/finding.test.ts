/** Codes, their certainty, severities. */
import { describe, expect, it } from 'vitest';
import { atLeastSeverity, zosMeaning } from '../../src/findings/finding.ts';
import { SYSTEM_SSL_CODES, systemSslCode, UNLISTED_TEXT } from '../../src/findings/system-ssl-codes.ts';
import { profileNamed } from '../../src/findings/profile.ts';

describe('the code table', () => {
  it('has each code once, in ascending order', () => {
    const codes = SYSTEM_SSL_CODES.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => a - b));
  });

  it.each([
    [401, 'GSK_ERR_BAD_DATE', 'documented'],
    [414, 'GSK_ERR_BAD_CERT', 'documented'],
    [440, 'GSK_ERR_INCORRECT_KEY_USAGE', 'documented'],
    [528, null, 'seen'],
  ])('knows %i', (code, name, confidence) => expect(systemSslCode(code)).toMatchObject({ name, confidence }));

  it('does not know what it does not hold', () => expect(systemSslCode(530)).toBeNull());
});

describe('the meaning of a code', () => {
  const link = { because: 'of a test', confidence: 'documented' } as const;
  it('is as sure as the rule when the table is surer', () =>
    expect(zosMeaning({ ...link, code: 414, confidence: 'seen' }).confidence).toBe('seen'));
  it('is as sure as the table when the rule is surer', () =>
    expect(zosMeaning({ ...link, code: 528 }).confidence).toBe('seen'));
  it('is assumed for a code without a row', () =>
    expect(zosMeaning({ ...link, code: 530 })).toMatchObject({
      name: null,
      text: UNLISTED_TEXT,
      confidence: 'assumed',
    }));
});

it('orders severities', () => {
  expect(atLeastSeverity('fatal', 'error')).toBe(true);
  expect(atLeastSeverity('error', 'error')).toBe(true);
  expect(atLeastSeverity('warning', 'error')).toBe(false);
  expect(atLeastSeverity('note', 'note')).toBe(true);
});

it('refuses an unknown profile by name', () => {
  expect(profileNamed('tls13').rsaBits.min).toBe(2048);
  expect(() => profileNamed('tls14')).toThrow(expect.objectContaining({ code: 'findings/unknown-profile' }));
});
