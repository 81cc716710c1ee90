import { expect, it } from 'vitest';
import { dataSet, flag, group, label, ringName } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

const connect = group(
  { LABEL: label(), RING: ringName(), DEFAULT: flag(), DSN: dataSet() },
  { what: 'ring and label' },
);

it('gives what was written and nothing else', () => {
  expect(read(connect, "(RING(R) LAB('x'),DEFAULT)")).toEqual({ RING: 'R', LABEL: 'x', DEFAULT: true });
  expect(read(connect, '()')).toEqual({});
  expect(read(connect, '(DSN(a))', 'U')).toEqual({ DSN: 'U.A' });
});

it('refuses no parentheses and unknown keywords', () => {
  expect(read(connect, '')).toBe('IKJ56701I MISSING RING AND LABEL');
  expect(read(connect, "(LABLE('x'))")).toBe('IKJ56712I INVALID KEYWORD, LABLE');
  expect(read(connect, '(LABEL)')).toBe('IKJ56701I MISSING LABEL');
});
