import { expect, it } from 'vitest';
import { foldUpper } from '../../src/tso/fold.ts';

it('folds a to z and nothing else', () => {
  expect(foldUpper('abcXYZ@#$1é\u0131\u017fß')).toBe('ABCXYZ@#$1é\u0131\u017fß');
});
