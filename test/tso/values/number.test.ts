import { expect, it } from 'vitest';
import { number } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

const size = number({ min: 512, max: 4096, what: 'size' });

it.each([
  ['(2048)', 2048],
  [' ( 4096 )', 4096],
  ['(512)', 512],
  ['(00512)', 512],
])('K%s', (written, expected) => {
  expect(read(size, written)).toBe(expected);
});

it.each(['511', '4097', 'abc', '-1', '1e3', '2048.0', '0x800', '9'.repeat(40), '２０４８'])(
  '%s is refused',
  (written) => {
    expect(read(size, `(${written})`)).toBe(`IKJ56702I INVALID SIZE, ${written}`);
  },
);

it('is missing without parentheses', () => expect(read(size, '')).toBe('IKJ56701I MISSING SIZE'));
