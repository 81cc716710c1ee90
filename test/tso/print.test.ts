import { expect, it } from 'vitest';
import { printOperand, quote } from '../../src/tso/print.ts';

it('doubles quotes inside', () => {
  expect(quote("O'Shea")).toBe("'O''Shea'");
  expect(quote('')).toBe("''");
});

it('tells a keyword without parentheses from one with empty ones', () => {
  const word = { text: 'A', quoted: false, at: 0 };
  expect(printOperand({ ...word, sub: null })).toBe('A');
  expect(printOperand({ ...word, sub: [] })).toBe('A()');
});
