import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import { placeInLines } from '../../src/core/logical-command.ts';
import { linesOf } from '../../src/jobs/carrier.ts';
import { joinLines } from '../../src/jobs/continuation.ts';

const join = (...lines: readonly string[]) => joinLines(linesOf(lines.join('\n')), 'job');
const commands = (...lines: readonly string[]): string[] => join(...lines).commands.map(({ text }) => text);
const hints = (...lines: readonly string[]): string[] =>
  join(...lines).hints.map(({ line, text }) => `${line}: ${text}`);

describe('signs', () => {
  it.each([
    ['+ drops the leading blanks of the next line', ['A B +', '   C'], 'A B C'],
    ['- keeps them', ['A B -', '   C'], 'A B    C'],
    ['blanks may follow the sign', ['A +  \t ', ' B'], 'A B'],
    [
      'a sign may stand directly behind a parenthesis',
      ['A SUBJECTSDN(+', "  CN('x')-", " OU('y'))"],
      "A SUBJECTSDN(CN('x') OU('y'))",
    ],
    ['inside quotes + joins', ["A WITHLABEL('Elm +", "   CA')"], "A WITHLABEL('Elm CA')"],
    ['inside quotes - keeps blanks', ["A WITHLABEL('Elm-", " CA')"], "A WITHLABEL('Elm CA')"],
    ['the first line may hold the name alone', ['RACDCERT +', ' ID(U) +', ' LIST'], 'RACDCERT ID(U) LIST'],
    ['a parenthesis alone on a line', ["A LIST(LABEL('x') +", ')'], "A LIST(LABEL('x') )"],
    ['two signs: one is the sign', ['A B++', ' C'], 'A B+C'],
    ['a sign alone on a line', ['A +', '  +', ' B'], 'A B'],
    ['a comment before the sign', ['A /* x */ +', ' B'], 'A /* x */ B'],
    ['carriage returns are no text', ['A +\r', ' B\r'], 'A B'],
  ])('%s', (_name, lines, expected) => expect(commands(...lines)).toEqual([expected]));

  it('on the last line it is ignored, with a hint', () => {
    expect(commands('A B +')).toEqual(['A B ']);
    expect(hints('A B +')).toEqual(['1: nothing follows the continuation sign +; it is ignored']);
  });
  it('a blank line ends the command, with a hint', () => {
    expect(commands('A +', '', 'B')).toEqual(['A ', 'B']);
    expect(hints('A +', '', 'B')).toEqual(['2: a blank line ends the command continued above it']);
  });
});

describe('places', () => {
  it('a column of the command is one of a line, whatever the sign dropped', () => {
    const [command] = join('', 'A B +', '   C -', '', '  D').commands;
    const [whole] = join('A B +', '   C -', '   +', ' D(x').commands;
    if (command === undefined || whole === undefined) throw new Error('no command');
    expect(command.text).toBe('A B C ');
    expect(placeInLines(command, 5)).toEqual({ file: 'job', line: 3, column: 4 });
    expect(whole.text).toBe('A B C    D(x');
    const at = (text: string) => placeInLines(whole, whole.text.indexOf(text) + 1);
    expect([at('A'), at('C'), at('D'), at('(')]).toEqual(
      [
        [1, 1],
        [2, 4],
        [4, 2],
        [4, 3],
      ].map(([line, column]) => ({ file: 'job', line, column })),
    );
  });
  it('a command of one line is where it is', () => {
    const [command] = join('A B').commands;
    expect(command).toEqual({ text: 'A B', file: 'job', line: 1, step: null });
  });
  it('where symbols were filled in nobody can tell columns any more', () => {
    const lines = [
      { text: 'A +', line: 1 },
      { text: 'X', line: 2, filled: true as const },
      { text: 'B +', line: 3 },
      { text: 'C', line: 4 },
    ];
    const [first, second] = joinLines(lines, 'job').commands;
    expect([first?.lines, second?.lines?.length]).toEqual([undefined, 2]);
  });
  it('every character of a command is found where it stands in its line', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^ {0,4}[a-z(]{0,6} {0,3}$/), { minLength: 1, maxLength: 8 }), (parts) => {
        const written = ['first +', ...parts.map((part, at) => (at === parts.length - 1 ? part : `${part}-`))];
        for (const command of join(...written).commands) {
          if (command.lines === undefined) continue;
          for (const [at, character] of Array.from(command.text).entries()) {
            const place = placeInLines(command, at + 1);
            expect(written[(place?.line ?? 0) - 1]?.charAt((place?.column ?? 0) - 1)).toBe(character);
          }
        }
      }),
    );
  });
});

describe('what is no command', () => {
  it.each([
    ['blank lines', ['', '  ', '\t', ',']],
    ['comments on lines of their own', ['/* one */', '  /* two */ /* three */']],
    ['comments that are not closed', ['/* one', ' /* two']],
    ['a commented-out command, unclosed', ["/* RACDCERT ADD('X') +", "/*   WITHLABEL('x') +", '/*   TRUST']],
    ['a commented-out command, closed at the edge', ["/* RACDCERT ADD('X') +   */", "/*   WITHLABEL('x')    */"]],
    ['a comment over lines', ["/* RACDCERT ADD('X') +", "   WITHLABEL('x') */"]],
  ])('%s', (_name, lines) => expect(join(...lines)).toEqual({ commands: [], problems: [], hints: [] }));

  it('a sign at the end of an unclosed comment swallows the next line, with a hint', () => {
    expect(join('/* first step -', 'RACDCERT LIST').commands).toEqual([]);
    expect(hints('/* first step -', 'RACDCERT LIST')).toEqual([
      '2: this line belongs to the comment continued above it',
    ]);
  });
  it('a comment that goes on without a sign ended with its line', () => {
    expect(hints('/* This is', '   a comment */')).toEqual([
      '2: continuation sign missing: the comment of line 1 ended with its line',
    ]);
  });
  it('a comment in front of a command is part of it', () => {
    expect(commands('/* list */ RACDCERT LIST')).toEqual(['/* list */ RACDCERT LIST']);
  });
});

it('a command knows where it began', () => {
  const { commands: read } = joinLines(linesOf('\n/* x */\nA +\n B\n\nC'), 'elm.tso', 'STEP1');
  expect(read).toMatchObject([
    { text: 'A B', file: 'elm.tso', line: 3, step: 'STEP1' },
    { text: 'C', file: 'elm.tso', line: 6, step: 'STEP1' },
  ]);
});

describe('a missing sign', () => {
  it.each([
    ['behind a whole command', ['RACDCERT GENCERT CERTAUTH', "  SUBJECTSDN(CN('x'))"]],
    ['behind two lines', ['RACDCERT GENCERT CERTAUTH', "  SUBJECTSDN(CN('x'))", "  WITHLABEL('x')"]],
    ['inside parentheses', ['RACDCERT CONNECT(RING(R)', "  LABEL ('x'))"]],
    ['before a parenthesis', ["RACDCERT LIST(LABEL('x')", ')']],
    ['inside quotes', ["RACDCERT LIST(LABEL('Elm", "'))"]],
  ])('%s is a problem, and half a command is not run', (_name, lines) => {
    const { commands: read, problems } = join('PROFILE', ...lines, 'SETROPTS LIST');
    expect(read.map(({ text }) => text)).toEqual(['PROFILE', 'SETROPTS LIST']);
    expect(problems.map(({ line, text }) => `${line}: ${text}`)).toEqual([
      '2: continuation sign missing: line 3 looks like operands of this command; none of it is run',
    ]);
  });
  it.each([
    ['missing parentheses at the end', ["RACDCERT LIST(LABEL('x')", 'PROFILE']],
    ['two commands', ['RACDCERT LIST', 'SETROPTS RACLIST(DIGTCERT) REFRESH']],
    ['a data set deleted first', ["DELETE ('A.B')", 'RACDCERT LIST']],
  ])('%s is none', (_name, lines) => expect(hints(...lines)).toEqual([]));
});

describe('bounds', () => {
  it('a command too long is a problem, and the next one is read', () => {
    const lines = [...Array.from({ length: 1000 }, () => `${'A'.repeat(60)} +`), 'A', 'B'];
    const { commands: read, problems } = join(...lines);
    expect(read.map(({ text }) => text)).toEqual(['B']);
    expect(problems).toEqual([
      { file: 'job', line: 1, text: 'the command is longer than 32767 characters; is a continuation sign too many?' },
    ]);
  });
  it('exactly the limit is a command', () => {
    expect(commands('A'.repeat(LIMITS.commandLength))).toHaveLength(1);
    expect(commands('A'.repeat(LIMITS.commandLength + 1))).toHaveLength(0);
  });
  it('a long run of blanks inside a line does not stop it', () => {
    expect(join(`A${' '.repeat(2_000_000)}B`).problems).toHaveLength(1);
  });
});

describe('properties', () => {
  const piece = fc.string({ unit: fc.constantFrom(..."ABx'()=. "), minLength: 1, maxLength: 20 });

  it('a command broken with - after any piece is the same command again', () => {
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        const whole = `X${pieces.join('')}Y`;
        const broken = `X${pieces.join('-\n')}Y`;
        expect(commands(...broken.split('\n'))).toEqual([whole]);
      }),
    );
  });
  it('any text is read, and every command has a line of the text', () => {
    const text = fc.string({ unit: fc.constantFrom(..."AB()'/*+-, \t\r\n’\u0000"), maxLength: 300 });
    fc.assert(
      fc.property(text, (content) => {
        const lines = linesOf(content);
        for (const { line, text: command } of joinLines(lines, '-').commands) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines.length);
          expect(command.trim()).not.toBe('');
        }
      }),
    );
  });
});
