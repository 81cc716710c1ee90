import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/core/limits.ts';
import { tokenize, type Token } from '../../src/tso/tokens.ts';
import { refusal } from './read.ts';

/** Words as they are, quoted strings in double quotes, parentheses as themselves. */
function tokens(text: string): string {
  const read = tokenize(text);
  if (!Array.isArray(read)) return 'problem';
  return (read as Token[])
    .map((token) => {
      if (token.kind === 'word') return token.text;
      if (token.kind === 'quoted') return `"${token.text}"`;
      return token.kind === 'open' ? '(' : ')';
    })
    .join(' ');
}

describe('separators', () => {
  it.each([
    ['A B', 'A B'],
    ['A,B', 'A B'],
    ['A\tB', 'A B'],
    ['  A ,, \t B  ', 'A B'],
    ['A(B)C', 'A ( B ) C'],
    ["A('x')B", 'A ( "x" ) B'],
    ["A(B'", 'problem'],
  ])('%j', (text, expected) => expect(tokens(text)).toBe(expected));
});

describe('quoted strings', () => {
  it.each([
    ["'O''Shea'", `"O'Shea"`],
    ["''''", `"'"`],
    ["''", '""'],
    ["' a  b '", '" a  b "'],
    ["'a,(b)/*c*/'", '"a,(b)/*c*/"'],
    ["'Elm’s'", '"Elm’s"'],
    ["('a','b')", '( "a" "b" )'],
  ])('%s', (text, expected) => expect(tokens(text)).toBe(expected));
});

describe('comments', () => {
  it.each([
    ['A/* x */B', 'A B'],
    ['A /* x', 'A'],
    ['/* x */ A', 'A'],
    ["A('x'/* y */)", 'A ( "x" )'],
    ['A /**/ B', 'A B'],
    ['A /*/ B', 'A'],
    ['A /* RACDCERT ADD( /* WITHLABEL( */ B', 'A B'],
    ['2034/12/31', '2034/12/31'],
    ['/* only', ''],
  ])('%s', (text, expected) => expect(tokens(text)).toBe(expected));
});

describe('what is refused', () => {
  it('an open quote, by its column', () => {
    expect(refusal("RACDCERT LIST(LABEL('x))ID(U)")).toBe('RNGT902I The quote in column 21 is not closed.');
  });
  it('a quote behind a word', () => {
    expect(refusal("RACDCERT LIST(LABEL'x')")).toContain('RNGT905I The quote in column 20 must follow');
  });
  it('a word behind a quoted string', () => {
    expect(refusal("RACDCERT WITHLABEL('All Michael's Music')")).toContain(
      'RNGT906I The quoted string that ends in column 32',
    );
  });
  it.each([
    ['RACDCERT LIST(LABEL(‘elm’))', 'U+2018', 'LEFT SINGLE QUOTATION MARK', "an apostrophe (')"],
    ["RACDCERT LIST(LABEL('elm’))", 'U+2019', 'RIGHT SINGLE QUOTATION MARK', "an apostrophe (')"],
    ['RACDCERT LIST(LABEL(“elm”))', 'U+201C', 'LEFT DOUBLE QUOTATION MARK', "an apostrophe (')"],
    ['RACDCERT LIST(LABEL(x”))', 'U+201D', 'RIGHT DOUBLE QUOTATION MARK', "an apostrophe (')"],
    ['RACDCERT\u00a0LIST', 'U+00A0', 'NO-BREAK SPACE', 'a blank'],
    ["RACDCERT LABEL('x')\u00a0", 'U+00A0', 'NO-BREAK SPACE', 'a blank'],
    ["RACDCERT LABEL('x'\u00a0)", 'U+00A0', 'NO-BREAK SPACE', 'a blank'],
    ['\ufeffRACDCERT', 'U+FEFF', 'ZERO WIDTH NO-BREAK SPACE', 'a blank'],
    ['RACDCERT DATE(2034–12–31)', 'U+2013', 'EN DASH', 'a hyphen (-)'],
    ['RACDCERT \u0000', 'U+0000', 'a control character', 'a blank'],
  ])('%j names the character', (text, code, name, instead) => {
    const message = refusal(text);
    expect(message).toContain('RNGT903I');
    expect(message).toContain(`${name} (${code}). Type ${instead} in its place.`);
  });
  it('more text than a command may have', () => {
    expect(tokens('A'.repeat(LIMITS.commandLength))).not.toBe('problem');
    expect(refusal('A'.repeat(LIMITS.commandLength + 1))).toContain('RNGT908I');
  });
});

it('a slash may join quoted values, as in the members of a profile', () => {
  const written = ["('SYS1.LINKLIB'//NOPADCHK)", "('SYS1.LINKLIB'/'******'/NOPADCHK)"];
  const texts = written.map((text) => {
    const tokens = tokenize(text);
    return Array.isArray(tokens) ? tokens.flatMap((token) => ('text' in token ? [token.text] : [])) : tokens;
  });
  expect(texts).toEqual([
    ['SYS1.LINKLIB', '//NOPADCHK'],
    ['SYS1.LINKLIB', '/', '******', '/NOPADCHK'],
  ]);
});
