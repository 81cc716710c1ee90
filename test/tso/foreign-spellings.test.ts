import { expect, it } from 'vitest';
import { foreignSpelling } from '../../src/tso/foreign-spellings.ts';

const NAME = ['CN', 'T', 'OU', 'O', 'L', 'SP', 'C'];
const COMMAND = ['ID', 'DSN', 'SIZE', 'LABEL', 'WITHLABEL', 'ALTNAME', 'NOTAFTER'];

it.each([
  ['ST', NAME, 'SP'],
  ['STATE', NAME, 'SP'],
  ['KEYSIZE', COMMAND, 'SIZE'],
  ['LABLCERT', COMMAND, 'WITHLABEL'],
  ['LABLCERT', ['LABEL', 'RING'], 'LABEL'],
  ['EMAILADDRESS', COMMAND, 'ALTNAME'],
  ['EMAILADDRESS', ['IP', 'EMAIL'], 'EMAIL'],
  ['SAN', COMMAND, 'ALTNAME'],
])('%s', (word, known, ours) => expect(foreignSpelling(word, known)).toBe(ours));

it('points to no keyword that the place does not have', () => {
  expect(foreignSpelling('ST', COMMAND)).toBeNull();
  expect(foreignSpelling('EMAILADDRESS', NAME)).toBeNull();
});

it('knows nothing of other words', () => {
  expect(foreignSpelling('LABEL', COMMAND)).toBeNull();
  expect(foreignSpelling('constructor', ['constructor'])).toBeNull();
});
