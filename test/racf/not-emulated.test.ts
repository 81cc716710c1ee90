import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/racf/commands/index.ts';
import { notEmulatedName } from '../../src/racf/not-emulated.ts';

it('knows names and abbreviations, and no others', () => {
  const names = (...words: readonly string[]) => words.map((word) => notEmulatedName(word));
  expect(names('LD', 'PW', 'RACMAP', 'RVARY', '%X')).toEqual(['LISTDSD', 'PASSWORD', 'RACMAP', 'RVARY', 'EXEC']);
  expect(names('RACDCERT', 'XYZ', '__proto__', '', 'F')).toEqual([null, null, null, null, null]);
  expect(notEmulatedName('F', 'ACF2')).toBe('F ACF2');
});

it('holds no command that is emulated', () => {
  const emulated = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(emulated.filter((name) => notEmulatedName(name) !== null)).toEqual([]);
});
