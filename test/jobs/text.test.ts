import { expect, it } from 'vitest';
import { readText, text } from '../../src/jobs/text.ts';
import { drive, scene } from './drive.ts';

const numbered = (line: string, number: string): string => line.padEnd(72) + number;

it('reads a file of commands', () => {
  const read = readText('* notes in column 1\n\nRACDCERT +\n  LIST\n  PROFILE\n', 'elm.tso');
  expect(read).toMatchObject({
    commands: [
      {
        text: 'RACDCERT LIST',
        file: 'elm.tso',
        line: 3,
        step: null,
        lines: [
          { at: 0, file: 'elm.tso', line: 3, column: 1 },
          { at: 9, file: 'elm.tso', line: 4, column: 3 },
        ],
      },
      { text: '  PROFILE', file: 'elm.tso', line: 5, step: null },
    ],
    notEmulated: [],
    problems: [],
    hints: [],
  });
});

it('a byte order mark, and no line end at the end', () => {
  expect(readText('\ufeffPROFILE', '-').commands.map((each) => each.text)).toEqual(['PROFILE']);
});

it('columns beyond 72 belong to the command', () => {
  const long = `RACDCERT LIST(LABEL('${'x'.repeat(80)}'))`;
  expect(readText(long, '-').commands[0]?.text).toBe(long);
});

it('an empty file has no commands', () => expect(readText('', '-').commands).toEqual([]));

it('what holds NUL is no text', () => {
  expect(text.recognises('RACDCERT\0', 'x')).toBe(false);
  expect(text.recognises('RACDCERT', 'x')).toBe(true);
});

it('sequence numbers are pointed out, and not the continuation signs they hide', () => {
  const lines = [numbered('RACDCERT ID(ELM) LIST( +', '00010000'), numbered("  LABEL('x'))", '00020000')];
  expect(readText(lines.join('\n'), 'elm.tso').hints).toEqual([
    {
      file: 'elm.tso',
      line: 1,
      text: 'columns 73 to 80 look like sequence numbers; they are read as part of the commands (UNNUM removes them)',
    },
  ]);
  const named = [numbered('PROFILE', 'ELM00010'), numbered('PROFILE', 'ELM00020')];
  expect(readText(named.join('\n'), 'elm.tso').hints).toHaveLength(1);
});

it('long lines without numbers are nothing to point out', () => {
  const long = (end: string): string => numbered('PROFILE', end);
  for (const [first, second] of [
    ['00010000', 'LABEL(X)'],
    ['00010000', '0002'],
    ['ABCDEFGH', 'ABCDEFGI'],
  ] as const) {
    expect(readText(`${long(first)}\n${long(second)}`, '-').hints).toEqual([]);
  }
  expect(readText(`${long('00010000')}\nPROFILE`, '-').hints).toEqual([]);
});

it('placeholders are filled in, and those without a value are listed with their lines', async () => {
  const content = `RACDCERT ID({{ owner }}) +\n  ADD('\${hlq}.<part>') /* <who> */\nPROFILE`;
  const job = await text.read(content, 'elm.tso', scene({ symbols: { owner: 'ELM', part: '<part>' } }), []);
  expect(job.unset).toEqual([{ file: 'elm.tso', line: 2, name: 'hlq', text: `\${hlq}` }]);
  const whole = await text.read(content, 'elm.tso', scene({ symbols: { owner: 'ELM', part: 'P', hlq: 'A' } }), []);
  expect(whole.unset).toEqual([]);
  expect((await drive(whole)).commands).toEqual(["RACDCERT ID(ELM) ADD('A.P') /* <who> */", 'PROFILE']);
});
