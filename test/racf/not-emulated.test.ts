import { expect, it } from 'vitest';
import { COMMANDS } from '../../src/racf/commands/index.ts';
import { notEmulatedName } from '../../src/racf/not-emulated.ts';

it('knows names and abbreviations, and no others', () => {
  expect(['LU', 'PW', 'RALT', 'DEL', '%X'].map(notEmulatedName)).toEqual([
    'LISTUSER',
    'PASSWORD',
    'RALTER',
    'DELETE',
    'EXEC',
  ]);
  expect(['RACDCERT', 'XYZ', '__proto__', ''].map(notEmulatedName)).toEqual([null, null, null, null]);
});

it('holds no command that is emulated', () => {
  const emulated = COMMANDS.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(emulated.filter((name) => notEmulatedName(name) !== null)).toEqual([]);
});
