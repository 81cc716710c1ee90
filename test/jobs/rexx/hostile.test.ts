/** Execs made to hurt: each ends, with a problem that names a line, and without an error of ours. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/core/limits.ts';
import { run, said } from './exec.ts';

describe('bounds', () => {
  it.each([
    ['do forever; nop; end', 'has not ended after 1000000 clauses'],
    ['signal again; again: signal again', 'has not ended after'],
    ['a: call a', 'REXX error 11'],
    ['say f(1); f: return f(arg(1)+1)', 'REXX error 11'],
    [`say f(1); f: return 1 + ${'('.repeat(90)}1 + f(1)${')'.repeat(90)}`, 'REXX error 11'],
    [`say ${'('.repeat(100_000)}1`, 'too many parentheses'],
    [`say ${'f('.repeat(100_000)}1`, 'too many parentheses'],
    [`say 1; ${'if 1 then '.repeat(100_000)} say 1`, 'REXX error 11'],
    [`say 1; ${'do;'.repeat(100_000)}`, 'REXX error 11'],
    [`say ${'1||'.repeat(200_000)}1`, 'has not ended after'],
    [`say 1; ${'/*'.repeat(100_000)}`, 'REXX error 6'],
    [';say'.repeat(LIMITS.rexx.tokens / 2 + 1), 'words and signs'],
    ["x = 'a'; do forever; x = x || x; end", 'a string is longer than'],
    ["x = copies('ab', 999999)", 'a string is longer than'],
    ['x = right(1, 999999999)', 'a string is longer than'],
    ['say trunc(1e99999999)', 'a string is longer than'],
    ["do i = 1; a.i = copies('x', 100000); end", 'holds more than'],
    ["do i = 1; queue copies('x', 100000); end", 'holds more than'],
    ["do i = 1; n = 'v'i; call value n, i; end", 'has not ended after'],
    ["do forever; 'PROFILE'; end", 'has not ended after 100000 commands'],
    ["x = copies('x', 1000000); do forever; say x; end", 'has not ended after'],
    ["do forever; 'NEWSTACK'; end", 'too many data stacks'],
    ["do forever; 'MAKEBUF'; end", 'too many buffers'],
    ["x = copies('a ', 400000); do forever; y = words(x); end", 'has not ended after'],
    ["x = copies('a', 900000); y = 'b'copies('a', 400000); do forever; z = pos(y, x); end", 'has not ended after'],
    [
      "x = copies('a', 900000); y = 'b'copies('a', 400000); do forever; parse var x a (y) b; end",
      'has not ended after',
    ],
    ['numeric digits 1000; x = 1/3; do forever; x = x ** 999999999 / x; end', 'REXX error'],
    ['say 1e999999999 * 10', 'REXX error 42'],
    ['say 1e-999999999 / 10', 'REXX error 42'],
    ["a = copies('x', 251); say value(a)", 'REXX error 30'],
  ])('%#: %.60s', async (source, named) => {
    const { problems } = await run(source);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(named);
  });

  it('what is large and honest runs', async () => {
    expect(await said('x', `x = 0; ${'x = x + 1;'.repeat(20_000)}`)).toBe('20000');
    expect(await said(`${'1 + '.repeat(20_000)}1`)).toBe('20001');
    expect(await said('a.20000', 'do i = 1 to 20000; a.i = i * 2; end')).toBe('40000');
    expect(await said('1e999999990 + 1')).toBe('1.00000000E+999999990');
    expect(
      await said('f(100)', 'if 0 then do; f: if arg(1) = 0 then return 0; return arg(1) + f(arg(1) - 1); end'),
    ).toBe('5050');
  });
});

/** Words and signs of the language, so that many of the texts made of them are execs. */
const PIECES = [
  ...['say', 'do', 'end', 'if', 'then', 'else', 'select', 'when', 'otherwise', 'call', 'return', 'exit', 'signal on'],
  ...[
    'parse',
    'var',
    'arg',
    'value',
    'with',
    'procedure expose',
    'leave',
    'iterate',
    'drop',
    'address',
    'tso',
    'upper',
  ],
  ...['numeric digits', 'queue', 'pull', 'interpret', 'forever', 'while', 'until', 'to', 'by', 'syntax', 'novalue'],
  ...[
    'a',
    'b.',
    'b.a',
    'x.1.a',
    '1',
    '2.5',
    '1e9',
    '0',
    '.5',
    "'text'",
    '"RACDCERT LIST"',
    "''",
    "'F1'x",
    '=',
    '+',
    '-',
  ],
  ...[
    '*',
    '/',
    '//',
    '%',
    '**',
    '||',
    '&',
    '|',
    '&&',
    '\\',
    '==',
    '>',
    '<=',
    '(',
    ')',
    ',',
    ';',
    ':',
    '\n',
    '.',
    '/*',
    '*/',
  ],
  ...[
    'length(',
    'substr(',
    'word(',
    'date(',
    'outtrap(',
    'format(',
    'd2x(',
    'c2x(',
    'translate(',
    'value(',
    'a(',
    'a:',
  ],
];

describe('any text', () => {
  const ends = async (source: string): Promise<void> => {
    const { problems, end } = await run(source);
    expect(problems.length).toBeLessThan(2);
    expect(end.exitCode === null).toBe(problems.length === 1);
  };

  it('ends without an error of ours', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), ends), { numRuns: 300 });
  });

  it('made of the words of the language does so too', async () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' '));
    await fc.assert(fc.asyncProperty(text, ends), { numRuns: 1_500 });
  }, 60_000);
});

describe('whole numbers', () => {
  const integer = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });

  it('are added, multiplied, divided and compared exactly', async () => {
    await fc.assert(
      fc.asyncProperty(integer, integer, async (a, b) => {
        const shown = await said(`a+b a-b a*b (a<b) (a=b) (b=0)`, `numeric digits 70; a=${a}; b=${b}`);
        const bit = (value: boolean): string => (value ? '1' : '0');
        expect(shown).toBe(`${a + b} ${a - b} ${a * b} ${bit(a < b)} ${bit(a === b)} ${bit(b === 0n)}`);
        if (b !== 0n) expect(await said(`a%b a//b`, `numeric digits 70; a=${a}; b=${b}`)).toBe(`${a / b} ${a % b}`);
      }),
      { numRuns: 100 },
    );
  });

  it('go into hexadecimal and back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 999_999_999 }), async (value) => {
        expect(await said(`x2d(d2x(${value})) c2d(d2c(${value})) d2x(${value})`)).toBe(
          `${value} ${value} ${value.toString(16).toUpperCase()}`,
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('texts', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', ' ', '1', '.', '-', '*'), maxLength: 30 });

  it('are cut and put together without loss', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 0, max: 35 }), async (value, at) => {
        const shown = await said(
          "left(t,n)substr(t,n+1)'|' reverse(reverse(t))'|' x2c(c2x(t))'|' insert('',t,0)'|'",
          `t = '${value}'; n = ${at}`,
        );
        const kept = value.slice(0, at).padEnd(at) + value.slice(at);
        expect(shown).toBe(`${kept}| ${value}| ${value}| ${value}|`);
      }),
      { numRuns: 100 },
    );
  });

  it('have as many words as parsing takes from them', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const counted =
          "n = 0; r = t; do while strip(r) <> ''; parse var r w r; n = n + 1; if w <> word(t, n) then exit 9; end";
        expect(await said('words(t) - n', `t = '${value}'; ${counted}`)).toBe('0');
      }),
      { numRuns: 100 },
    );
  });
});
