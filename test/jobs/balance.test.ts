import { expect, it } from 'vitest';
import { balanceOf } from '../../src/jobs/balance.ts';

it.each([
  ['A(B)', 'balanced'],
  ["A('(')", 'balanced'],
  ["A('O''S(')", 'balanced'],
  ['A /* ( ', 'balanced'],
  ["A /* ' */ (B)", 'balanced'],
  ['A)', 'balanced'],
  ['A)(', 'open-parenthesis'],
  ['A(B /* )', 'open-parenthesis'],
  ["A('x", 'open-quote'],
  ["A('x'')", 'open-quote'],
  ["'", 'open-quote'],
])('%s', (text, expected) => expect(balanceOf(text)).toBe(expected));
