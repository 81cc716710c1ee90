import { expect, it } from 'vitest';
import { suggest } from '../../src/tso/suggest.ts';

const KNOWN = ['LABEL', 'WITHLABEL', 'LISTRING', 'SIZE', 'ID', 'DSN'];

it.each([
  ['LABLE', 'LABEL'],
  ['LABL', 'LABEL'],
  ['WIHTLABL', 'WITHLABEL'],
  ['LISTRNIG', 'LISTRING'],
  ['SIZ', 'SIZE'],
  ['DNS', 'DSN'],
  ['KEYSIZE', 'SIZE'],
  ['DCDSN', 'DSN'],
  ['ABCDE', null],
  ['SZ', null],
  ['X', null],
  ['', null],
  ['LABEL'.repeat(2000), null],
])('%s: %s', (typed, meant) => expect(suggest(typed, KNOWN)).toBe(meant));
