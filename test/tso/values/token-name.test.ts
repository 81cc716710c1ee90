import { expect, it } from 'vitest';
import { tokenName } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

it.each([
  ['(websrv.token)', 'WEBSRV.TOKEN'],
  ["('websrv.token')", 'WEBSRV.TOKEN'],
  ['(#1)', '#1'],
])('K%s', (written, expected) => expect(read(tokenName(), written)).toBe(expected));

it('* is a name only where all are meant', () => {
  expect(read(tokenName({ all: true }), '(*)')).toBe('*');
  expect(read(tokenName(), '(*)')).toBe('IKJ56702I INVALID TOKEN NAME, *');
});

it.each([
  ['()', 'IKJ56701I MISSING TOKEN NAME'],
  ['(1X)', 'IKJ56702I INVALID TOKEN NAME, 1X'],
  ['(.X)', 'IKJ56702I INVALID TOKEN NAME, .X'],
  ["('A B')", 'IKJ56702I INVALID TOKEN NAME, A B'],
  [`(${'T'.repeat(33)})`, `IKJ56702I INVALID TOKEN NAME, ${'T'.repeat(33)}`],
])('K%s is refused', (written, expected) => expect(read(tokenName(), written)).toBe(expected));
