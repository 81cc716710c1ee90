import { expect, it } from 'vitest';
import { time } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

it.each([
  ['(23:59:59)', { hour: 23, minute: 59, second: 59 }],
  ['(00:00:00) ', { hour: 0, minute: 0, second: 0 }],
])('K%s', (written, expected) => expect(read(time(), written)).toEqual(expected));

it.each(['24:00:00', '23:60:00', '23:59:60', '1:02:03', '23:59', 'noon'])('%s is refused', (written) => {
  expect(read(time(), `(${written})`)).toBe(`IKJ56702I INVALID TIME, ${written}`);
});
