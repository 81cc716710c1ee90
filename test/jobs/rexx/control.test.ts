/** Loops, choices, routines and conditions. z/OS TSO/E REXX Reference, "Keyword instructions". */
import { expect, it } from 'vitest';
import { run } from './exec.ts';

const printed = async (source: string): Promise<string> => {
  const { output, problems } = await run(source);
  return output.trimEnd().replaceAll('\n', ' ') + problems.map((text) => `!${text}`).join('');
};

it.each([
  ['do i=1 to 3; say i; end; say i', '1 2 3 4'],
  ['do i=3 to 1 by -1; say i; end', '3 2 1'],
  ['do i=1 to 2 by 0.5; say i; end', '1 1.5 2.0'],
  ['do 2; say x; end', 'X X'],
  ['do 0; say x; end; say y', 'Y'],
  ['j=0; do until j>=2; j=j+1; say j; end', '1 2'],
  ['j=5; do while j>3; j=j-1; say j; end', '4 3'],
  ['do k=1 by 2 for 3; if k=3 then iterate; say k; end', '1 5'],
  ['do i=1 to 9 while i<3; say i; end', '1 2'],
  ['do forever; leave; end; say out', 'OUT'],
  ['do i=1 to 2; do j=1 to 3; if j=2 then iterate i; say i j; end j; end i', '1 1 2 1'],
  ['do i=1 to 2; do j=1 to 3; leave i; end; end; say i j', '1 1'],
  ['do i=1 to 2; do; if i=1 then leave; end; end; say i', '1'],
  ['select; when 1=2 then say a; when 1=1 then do; say b; end; otherwise say c; end', 'B'],
  ['select; when 0 then nop; otherwise; say c; say d; end', 'C D'],
  ['if 1 then if 0 then say a; else say b', 'B'],
  ['if 1 then do; if 0 then say a; end; else say b; say c', 'C'],
  ['if 0\n then say a\n else if 0 then say b\n else say c', 'C'],
  ['if = 1; if if = 1 then then = 2; say if then', '1 2'],
  ['say = 3; say say', '3'],
  ["x = 'low'; upper x; say x", 'LOW'],
])('%s', async (source, value) => expect(await printed(source)).toBe(value));

it.each([
  ['call f 1,2; say result; exit; f: parse arg a,b; return a+b', '3'],
  ['say g(3) g(); exit; g: return arg(1,"e")', '1 0'],
  ['call f; say result; exit; f: return', 'RESULT'],
  ['say f(10); exit; f: procedure; if arg(1)<2 then return 1; return arg(1)*f(arg(1)-1)', '3628800'],
  ['x=1; y=1; call p; say x y z; exit; p: procedure expose x; x=x+1; y=9; z=9; return', '2 1 Z'],
  ['a.1=1; a.2=2; call p; say a.1 a.2; exit; p: procedure expose a.; a.1=5; drop a.2; return', '5 A.2'],
  ['a.1=1; i=1; call p; say a.1 a.2; exit; p: procedure expose i a.i; a.i=5; a.2=6; return', '5 A.2'],
  ["n='x y'; call p; say x y; exit; p: procedure expose (n); x=1; y=2; return", '1 2'],
  ['numeric digits 3; call p; say 1/3; exit; p: numeric digits 20; return', '0.333'],
  ['say length(1) "LENGTH"(1); exit; length: return own', 'OWN 1'],
  ['call f; say after; exit; f: exit', ''],
])('%s', async (source, value) => expect(await printed(source)).toBe(value));

it.each([
  ["signal on syntax; say 'a'+1; exit; syntax: say rc sigl errortext(rc)", '41 2 Bad arithmetic conversion'],
  ["signal on syntax name oops; call f; exit; f: say 'a'+1; oops: say condition('C') condition('I')", 'SYNTAX SIGNAL'],
  ["signal on novalue; say x; exit; novalue: say condition('D') sigl", 'X 2'],
  ['signal on novalue; say x.1.y; exit; novalue: say condition("D")', 'Y'],
  ['signal on novalue; signal off novalue; say x', 'X'],
  ['i=0; again: i=i+1; if i<3 then signal again; say i', '3'],
  ["where='THERE'; signal value where; say no; THERE: say sigl", '2'],
  ['do i=1 to 2; signal out; end; out: say i', '1'],
])('%s', async (source, value) => expect(await printed(source)).toBe(value));

it('EXIT gives the code of the exec, and without one it is 0', async () => {
  expect((await run('exit 8')).end.exitCode).toBe(8);
  expect((await run('exit')).end.exitCode).toBe(0);
  expect((await run('nop')).end.exitCode).toBe(0);
  expect((await run('return 4')).end.exitCode).toBe(4);
  expect((await run('x = f(); say x; f: exit 12')).end.exitCode).toBe(12);
  expect((await run("exit 'no'")).end.exitCode).toBeNull();
});
