import { expect, it } from 'vitest';
import { userId } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

it.each([
  ['(elmstc)', 'ELMSTC'],
  ['(STC )', 'STC'],
  ["('elm')", 'ELM'],
  ['(@#$1)', '@#$1'],
])('K%s', (written, expected) => {
  expect(read(userId(), written)).toBe(expected);
});

it.each(['1ELM', 'ELMSTC123', 'EL.M', 'elm\u0131', '*'])('%s is refused', (written) => {
  expect(read(userId(), `(${written})`)).toBe(`IKJ56702I INVALID USERID, ${written}`);
});

it('is missing in empty parentheses', () => expect(read(userId(), '()')).toBe('IKJ56701I MISSING USERID'));
