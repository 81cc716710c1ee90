import { expect, it } from 'vitest';
import { label, optional } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

it('is null without a value', () => {
  expect(read(optional(label()), '')).toBeNull();
  expect(read(optional(label()), '()')).toBeNull();
  expect(read(optional(label()), "('x')")).toBe('x');
  expect(read(optional(label()), "('')")).toContain('IKJ56702I');
});
