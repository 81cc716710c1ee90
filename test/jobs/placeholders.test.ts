import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import { linesOf } from '../../src/jobs/carrier.ts';
import { joinLines } from '../../src/jobs/continuation.ts';
import { lookupIn } from '../../src/jobs/jinja.ts';
import { fill, fillCommands } from '../../src/jobs/placeholders.ts';

const values = lookupIn(
  new Map([
    ['owner', 'ELM'],
    ['HLQ', 'A.B'],
    ['your_id', 'YOU'],
    ['yyyy_mm_dd', '2034/12/31'],
    ['elm_s_label', 'Elm'],
    ['b', '<b>'],
    ['twice', '{owner}'],
  ]),
);
const text = (written: string): string => fill(written, values).text;
const left = (written: string): readonly string[] => fill(written, values).left.map((each) => each.text);

describe('a placeholder', () => {
  it.each([
    ['ID({{ owner }})', 'ID(ELM)'],
    ['ID({{owner|lower}})', 'ID(elm)'],
    ["ID({{ nobody | default('X') | upper }})", 'ID(X)'],
    [`ID(\${owner})`, 'ID(ELM)'],
    ['ID({owner})', 'ID(ELM)'],
    ['ID(<owner>)', 'ID(ELM)'],
    ['ID([owner])', 'ID(ELM)'],
    ["LABEL('[owner] x')", "LABEL('ELM x')"],
    ["ADD('<HLQ>.CRT')", "ADD('A.B.CRT')"],
    ["ADD('<hlq>.CRT')", "ADD('A.B.CRT')"],
    ['ID(<your id>)', 'ID(YOU)'],
    ['ID({your id})', 'ID(YOU)'],
    ['DATE([yyyy/mm/dd])', 'DATE(2034/12/31)'],
    ["LABEL('<elm's label>')", "LABEL('Elm')"],
    ["LABEL('<b>')", "LABEL('<b>')"],
    // A value is never looked through again.
    ['ID({twice})', 'ID({owner})'],
  ])('%s becomes %s', (written, filled) => {
    expect(fill(written, values)).toEqual({ text: filled, left: [], unknown: null });
  });

  it.each([
    'ID({{ nope }})',
    `ID(\${nope})`,
    'ID({nope})',
    'ID(<nope>)',
    'ID([nope])',
    "LABEL('<nope>')",
    'ID(<my own id>)',
    "LABEL('<ash's label>')",
    'DATE([dd/mm/yyyy])',
  ])('without a value is named and stays: %s', (written) => {
    expect(text(written)).toBe(written);
    expect(left(written)).toEqual([/[{$<[].*[\]}>]/.exec(written)?.[0]]);
  });

  it.each([
    "LABEL('a [nope] b')",
    'LABEL(x[nope])',
    "LABEL('a < b > c')",
    "OU('a <b' 'c> d')",
    "CN('Elm <elm@example.com>')",
    'LIST /* <nope> {nope} [nope] */',
    'LIST /* <nope> never closed',
    "SUBJECTSDN(CN('{1}'))",
    'LIST < x',
    '[ nope ]',
  ])('is not what only looks like one: %s', (written) => {
    expect(fill(written, values)).toEqual({ text: written, left: [], unknown: null });
  });

  it('with a filter that is not known says so', () => {
    expect(fill('ID({{ owner | hash }})', values)).toMatchObject({ unknown: 'the filter hash is not emulated here' });
  });
});

describe('commands', () => {
  it('have the line of each placeholder, all of them', () => {
    const lines = ['RACDCERT ID(<who>) +', " LIST(LABEL('<what>'))", 'PERMIT [x]'].map((line, at) => ({
      text: line,
      line: at + 1,
    }));
    const { commands } = joinLines(lines, 'f');
    expect(fillCommands(commands, lines, new Map()).unset).toEqual([
      { file: 'f', line: 1, name: 'who', text: '<who>' },
      { file: 'f', line: 2, name: 'what', text: '<what>' },
      { file: 'f', line: 3, name: 'x', text: '[x]' },
    ]);
  });
});

describe('hostile text', () => {
  it('does not multiply', () => {
    const long = lookupIn(new Map([['a', 'x'.repeat(30_000)]]));
    expect(fill('{a}'.repeat(100_000), long).text.length).toBeLessThan(LIMITS.commandLength + 30_000 + 300_000);
  });

  it('never throws, and without values changes nothing', () => {
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{',
      '}',
      '<',
      '>',
      '[',
      ']',
      '$',
      "'",
      '/*',
      '*/',
      'a',
      ' ',
      '|',
      '(',
      '"',
      '.',
      '1',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const written = pieces.join('');
        const filled = fill(written, lookupIn(new Map()));
        // A literal needs no value.
        if (!/\{\{/.test(written)) expect(filled.text).toBe(written);
      }),
    );
    fc.assert(fc.property(fc.string(), (written) => void fill(written, values)));
  });
});

it('a command that was filled does not say where its columns are in the file', () => {
  const lines = [{ at: 0, file: 'job', line: 1, column: 1 }];
  const command = { text: 'RACDCERT ID(<who>) LIST', file: 'job', line: 1, step: null, lines };
  const source = linesOf('RACDCERT +\n ID(<who>) LIST');
  const { commands } = fillCommands(
    [command, { ...command, text: 'RACDCERT LIST' }],
    source,
    new Map([['who', 'ELM']]),
  );
  expect(commands.map((each) => each.lines)).toEqual([undefined, lines]);
});
