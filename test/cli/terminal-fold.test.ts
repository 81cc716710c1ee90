import fc from 'fast-check';
import { expect, it } from 'vitest';
import { folded } from '../../src/cli/terminal-fold.ts';

it('short lines stay; the first piece of a long one has 79 characters, the others 80', () => {
  expect(folded('x'.repeat(80))).toEqual(['x'.repeat(80)]);
  expect(folded('x'.repeat(170)).map((line) => line.length)).toEqual([79, 80, 11]);
});

it('nothing is lost', () => {
  fc.assert(fc.property(fc.string({ maxLength: 1000 }), (line) => folded(line).join('') === line));
});
