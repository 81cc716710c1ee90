import { expect, it } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import { newWork } from '../../src/pem/work.ts';

const tooMuch = expect.objectContaining({ code: 'pkcs12/too-many-iterations' });

it('adds up what is charged, and only that', () => {
  const work = newWork();
  const half = LIMITS.pkcs12Iterations / 2;
  work.check(half, 'the MAC');
  work.charge(half, 'the MAC');
  expect(() => work.check(half, 'the MAC')).toThrow(tooMuch);
  expect(() => work.charge(half, 'the MAC')).toThrow(tooMuch);
  expect(() => work.charge(half - 1, 'the MAC')).not.toThrow();
});

it('refuses what is no number any more', () => {
  expect(() => newWork().charge(Number.POSITIVE_INFINITY, 'scrypt')).toThrow(tooMuch);
});
