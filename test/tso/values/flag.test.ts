import { expect, it } from 'vitest';
import { flag, nothing } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

it.each(['', '()', ' ( )'])('K%s', (written) => {
  expect(read(flag(), written)).toBe(true);
  expect(read(nothing(), written)).toBeNull();
});

it('a value would be lost, so it is refused', () => {
  expect(read(flag(), '(YES)')).toBe('IKJ56712I INVALID KEYWORD, K(...)');
  expect(read(nothing(), "('x')")).toBe('IKJ56712I INVALID KEYWORD, K(...)');
});
