/** PARSE: the examples of its description in z/OS TSO/E REXX Reference, and what execs do with it. */
import { expect, it } from 'vitest';
import { run } from './exec.ts';

const printed = async (source: string, argument?: string): Promise<string> => {
  const { output, problems } = await run(source, {}, argument === undefined ? {} : { symbols: { ARG: argument } });
  return problems[0] ?? output.replace(/\n$/, '');
};

it.each([
  ["parse value 'a  b   c d' with x y z; say x'|'y'|'z'|'", 'a|b|  c d|'],
  ["parse value ' one ' with w; say '|'w'|'", '| one |'],
  ["parse value 'one' with x y; say x'|'y'|'", 'one||'],
  ["parse value 'one two three' with . x .; say x", 'two'],
  ["parse value 'key=value;rest' with k '=' v ';' r; say k v r", 'key value rest'],
  ["parse value 'nothing here' with v '=' w; say v'|'w'|'", 'nothing here||'],
  ["parse value '12345678' with a 3 b +2 c =1 d 2 e; say a b c d e", '12 34 5678 1 2345678'],
  ["parse value 'abcdef' with 4 x +2 y -3 z; say x y z", 'de f cdef'],
  ["p=','; parse value 'q,w' with m (p) n; say m n", 'q w'],
  ["n=3; parse value 'abcdef' with a =(n) b +(n) c; say a b c", 'ab cde f'],
  ["s='REstructured eXtended eXecutor'; parse var s a 3 j 'X' b +1 j 'X' c +1 j; say a||b||c", 'REXX'],
  ["parse upper value 'abc' with q; say q", 'ABC'],
  ["w='first second'; parse var w w r; say w'|'r", 'first|second'],
  ["parse value 'x y' with l.1 l.2; say l.2 l.1", 'y x'],
  [
    "parse value 'a b', 'c' with x; say x",
    '2: REXX error 38, Invalid template or pattern: WITH is missing; nothing of the exec is run',
  ],
  ['parse source a b c d . ; say a b c d', 'TSO COMMAND ELM ?'],
  ['parse version a .; say a', 'REXX370'],
  ["queue 'from the queue'; push 'in front'; parse pull a; pull r s; say a'/'r'/'s", 'in front/FROM/THE QUEUE'],
  ["call f 'a b', 'c'; exit; f: parse arg x y, z; say x y z arg(); return", 'a b c 2'],
  ["call f 'a b', 'c'; exit; f: arg x y, z; say x y z; return", 'A B C'],
])('%s', async (source, value) => expect(await printed(source)).toBe(value));

it('the exec has its argument from outside', async () => {
  expect(await printed("parse arg owner label; say owner'|'label'|' arg()", "elm 'my cert'")).toBe("elm|'my cert'| 1");
  expect(await printed('arg owner .; say owner', 'elm')).toBe('ELM');
  expect(await printed("parse arg owner; say '['owner']' arg()")).toBe('[] 0');
});
