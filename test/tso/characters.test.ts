import { expect, it } from 'vitest';
import { codeName, isQuoteLookalike, lookalike } from '../../src/tso/characters.ts';

it('plain characters are themselves', () => {
  for (let code = 0x20; code < 0x7f; code++) expect(lookalike(code)).toBeNull();
  expect(lookalike(0xe9)).toBeNull();
});

it('control characters are refused', () => {
  for (const code of [0, 0x1b, 0x7f, 0x85, 0x9b]) expect(lookalike(code)?.name).toBe('a control character');
});

it('only what looks like a quote stands for one', () => {
  expect([0x2018, 0x2019, 0x201c, 0x201d].every(isQuoteLookalike)).toBe(true);
  expect([0x27, 0xa0, 0x2013].some(isQuoteLookalike)).toBe(false);
});

it('codes have four digits at least', () => {
  expect(codeName(0xa0)).toBe('U+00A0');
  expect(codeName(0x2019)).toBe('U+2019');
});
