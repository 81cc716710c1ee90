/** Numbers, comparisons and texts, as z/OS TSO/E REXX Reference says them. */
import { expect, it } from 'vitest';
import { said } from './exec.ts';

it.each([
  ['2+2', '4'],
  ['2.40+2', '4.40'],
  ['2.40-2', '0.40'],
  ['2.40*2', '4.80'],
  ['2.40/2', '1.2'],
  ['2.40-2.40', '0'],
  ['1/3', '0.333333333'],
  ['2/3', '0.666666667'],
  ['7%2', '3'],
  ['-7%2', '-3'],
  ['10//3', '1'],
  ['(-10)//3', '-1'],
  ['8.3//1.2', '1.1'],
  ['2**10', '1024'],
  ['2**-2', '0.25'],
  ['-2**2', '4'],
  ['1.10**2', '1.21'],
  ['0**0', '1'],
  ['1e6*1e6', '1E+12'],
  ['1/3e10', '3.33333333E-11'],
  ["'not' \\0", 'not 1'],
  ['2**3**2', '64'],
  ['10-5-2', '3'],
  ['2+3*4', '14'],
  ['(2+3)*4', '20'],
  ['123456789*10', '1.23456789E+9'],
  ['123456789+1', '123456790'],
  ['999999999+1', '1.00000000E+9'],
  ['0.000003*0.000004', '0.000000000012'],
  ['1e20+1', '1.00000000E+20'],
  ['1e20-1', '1.00000000E+20'],
  ['12e2+0', '1200'],
  ['123456789012+0', '1.23456789E+11'],
  ["' 12 '+' - 5 '", '7'],
  ['.5+.5', '1.0'],
])('%s is %s', async (expression, value) => expect(await said(expression)).toBe(value));

it('NUMERIC DIGITS decides how many digits are kept', async () => {
  expect(await said('1/3', 'numeric digits 20')).toBe('0.33333333333333333333');
  expect(await said('54321*54321', 'numeric digits 5')).toBe('2.9508E+9');
  expect(await said('54321*54321', 'numeric digits 11')).toBe('2950771041');
  expect(await said('2**200', 'numeric digits 70')).toBe((2n ** 200n).toString());
});

it.each([
  ["'abc' = 'abc '", '1'],
  ["'abc' == 'abc '", '0'],
  ["' 1 ' = 1.0", '1'],
  ['1 == 1.0', '0'],
  ["'10' > '9'", '1'],
  ["'10' >> '9'", '0'],
  ["'' = '  '", '1'],
  ["'a' \\= 'b'", '1'],
  ["'a' ¬= 'b'", '1'],
  ["'a' ^= 'b'", '1'],
  ["'a' <> 'b'", '1'],
  ["'a' >< 'a'", '0'],
  ["'a' /== 'a '", '1'],
  ['3 >= 3', '1'],
  ['3 \\< 3', '1'],
  ['3 > = 4', '0'],
  // EBCDIC: small letters before large ones, letters before digits.
  ["'a' < 'A'", '1'],
  ["'Z' < '1'", '1'],
  ['1 & 0', '0'],
  ['1 | 0', '1'],
  ['1 && 1', '0'],
  ['\\1', '0'],
  ['\\(1 = 2) & 3 < 4', '1'],
])('%s is %s', async (expression, value) => expect(await said(expression)).toBe(value));

it.each([
  ["'a'   'b'", 'a b'],
  ["'a'||'b'", 'ab'],
  ["'a' || 'b'", 'ab'],
  ["v'c'", '5c'],
  ["'a'v", 'a5'],
  ["'ID('v')'", 'ID(5)'],
  ["'ID(' v ')'", 'ID( 5 )'],
  ['\'it\'\'s\' "it\'s" "say ""hi"""', `it's it's say "hi"`],
  ["('C1C2'X == 'AB') 'c1 c2'x", '1 AB'],
  ["'1100 0001'b", 'A'],
  ["'7D'x", "'"],
  ["v/* comment /* nested */ */'c'", '5c'],
  ["'a',\n   'b'", 'a b'],
  ["'a'||,  /* goes on */\n   'b'", 'ab'],
  ["'DELETE ',\n  ' (LABEL)'", 'DELETE   (LABEL)'],
  ["1 + 1 'is' 2", '2 is 2'],
  ["'a'1+1", 'a2'],
])('%s is %s', async (expression, value) => expect(await said(expression, 'v=5')).toBe(value));

it('a string before X alone is hexadecimal, and one with other characters is an error', async () => {
  expect(await said("'(x'x")).toContain('REXX error 15');
  expect(await said("'1'xy")).toBe('1XY');
});

it.each([
  ['a', 'A'],
  ['a.i', 'A.1'],
  ['b.i b.2 b.', 'one preset preset'],
  ['c.i.x', 'deep'],
  ['C.1.X', 'deep'],
  ['b.nothing', 'preset'],
  ["value('b.'i)", 'one'],
  ["symbol('I') symbol('A') symbol('*')", 'VAR LIT BAD'],
])('%s is %s', async (expression, value) => {
  expect(await said(expression, "i=1; b.='preset'; b.i='one'; c.1.x='deep'")).toBe(value);
});

it('DROP takes values away, also from what a stem has given', async () => {
  expect(await said('a.1 a.2 b', "a.='x'; b=1; drop a.1 b")).toBe('A.1 x B');
  expect(await said('a.1 b c', "list='a. b'; a.1=1; b=2; c=3; drop (list)")).toBe('A.1 B 3');
});

it.each([
  ["'a'+1", 41],
  ['1/0', 42],
  ['2**1.5', 26],
  ["'x' & 1", 34],
  ['99**999999999', 42],
  ["left('a',-1)", 40],
  ['length()', 40],
  ['f()', 44],
  ['1 +', 35],
  ['(1', 36],
  ['1)', 37],
])('%s is error %i', async (expression, number) => {
  expect(await said(expression, 'if 0 then do; f: return; end')).toContain(`REXX error ${number},`);
});
