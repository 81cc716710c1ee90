import { expect, it } from 'vitest';
import { hex } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

it.each([
  ['(0a)', '0A'],
  ['(1)', '01'],
  ['(00)', '00'],
  ['(083BE056904246B1A1756AC95991C74A)', '083BE056904246B1A1756AC95991C74A'],
])('K%s', (written, expected) => expect(read(hex(), written)).toBe(expected));

it.each(['0G', '0x1', '-1', '1.2'])('%s is refused', (written) => {
  expect(read(hex(), `(${written})`)).toBe(`IKJ56702I INVALID SERIAL NUMBER, ${written}`);
});
it('is bounded', () => expect(read(hex(), `(${'A'.repeat(129)})`)).toContain('IKJ56702I'));
