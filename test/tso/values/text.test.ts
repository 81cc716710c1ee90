import { expect, it } from 'vitest';
import { text } from '../../../src/tso/declare.ts';
import { read } from '../read.ts';

const what = 'thing';

it('folds what is not quoted, or all, or nothing', () => {
  expect(read(text({ what, max: 9 }), '(aB)')).toBe('AB');
  expect(read(text({ what, max: 9 }), "('aB')")).toBe('aB');
  expect(read(text({ what, max: 9, fold: 'always' }), "('aB')")).toBe('AB');
  expect(read(text({ what, max: 9, fold: 'never' }), '(aB)')).toBe('aB');
});

it('is bounded', () => {
  expect(read(text({ what, max: 3 }), "('abc')")).toBe('abc');
  expect(read(text({ what, max: 3 }), "('abcd')")).toBe('IKJ56702I INVALID THING, abcd');
  expect(read(text({ what, max: 3 }), "('')")).toBe('IKJ56702I INVALID THING, ');
  expect(read(text({ what, max: 3, min: 0 }), "('')")).toBe('');
  expect(read(text({ what, max: 3, min: 2 }), "('a')")).toBe('IKJ56702I INVALID THING, a');
});

it('asks the further condition of the folded text', () => {
  const digits = text({ what, max: 9, fold: 'always', accepts: (each) => /^[A-F]+$/.test(each) });
  expect(read(digits, '(abc)')).toBe('ABC');
  expect(read(digits, '(xyz)')).toBe('IKJ56702I INVALID THING, xyz');
});

it('a secret is never repeated', () => {
  const password = text({ what: 'password', max: 3, secret: true });
  expect(read(password, "('swordfish')")).toBe('IKJ56702I INVALID PASSWORD');
  expect(read(password, '(sword fish)')).toBe('IKJ56702I INVALID PASSWORD');
  expect(read(password, '(sword(fish))')).toBe('IKJ56702I INVALID PASSWORD');
});
