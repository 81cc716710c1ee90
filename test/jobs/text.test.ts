import { expect, it } from 'vitest';
import { text } from '../../src/jobs/text.ts';

it('reads a file of commands', () => {
  const read = text.read('* notes in column 1\n\nRACDCERT +\n  LIST\n  PROFILE\n', 'elm.tso');
  expect(read).toEqual({
    commands: [
      { text: 'RACDCERT LIST', file: 'elm.tso', line: 3, step: null },
      { text: '  PROFILE', file: 'elm.tso', line: 5, step: null },
    ],
    notEmulated: [],
    problems: [],
    hints: [],
  });
});

it('a byte order mark, and no line end at the end', () => {
  expect(text.read('\ufeffPROFILE', '-').commands.map((each) => each.text)).toEqual(['PROFILE']);
});

it('columns beyond 72 belong to the command', () => {
  const long = `RACDCERT LIST(LABEL('${'x'.repeat(80)}'))`;
  expect(text.read(long, '-').commands[0]?.text).toBe(long);
});

it('an empty file has no commands', () => expect(text.read('', '-').commands).toEqual([]));

it('what holds NUL is no text', () => {
  expect(text.recognises('RACDCERT\0', 'x')).toBe(false);
  expect(text.recognises('RACDCERT', 'x')).toBe(true);
});
