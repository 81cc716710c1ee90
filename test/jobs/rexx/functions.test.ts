/** Built-in functions, by the examples of their descriptions in z/OS TSO/E REXX Reference. */
import { expect, it } from 'vitest';
import { run, said } from './exec.ts';

it.each([
  ["abbrev('print','pri') abbrev('print','pri',4) abbrev('print','')", '1 0 1'],
  ["center('abc',8,'-') center('abcdef',3) centre('ab',5)'|'", '--abc--- bcd  ab  |'],
  ["compare('abc','abd') compare('ab ','ab') compare('ab--','ab','-')", '3 0 0'],
  ["copies('ab',3)'|'copies('ab',0)'|'", 'ababab||'],
  ["delstr('abcd',3) delstr('abcde',3,2) delstr('abc',9)", 'ab abe abc'],
  ["delword('Now is the  time',2,2)'|'delword('a b',3)", 'Now time|a b'],
  ["find('now is the time','is the') index('abcabc','c',4)", '2 6'],
  ["insert(' ','abcdef',3) insert('123','abc',5,6,'+')", 'abc def abc++123+++'],
  ["justify('a bb c',10)'|'", 'a   bb   c|'],
  ["lastpos('c','abcabc') lastpos('c','abcabc',5) lastpos('','a')", '6 3 0'],
  ["left('abc',5)'|'left('abc',2) right('abc',5) right('abc',2) right('7',3,0)", 'abc  |ab   abc bc 007'],
  ["length('abc') length('')", '3 0'],
  ["overlay('qq','abcd',4) overlay('.','abc',2,2) overlay('x','ab',5,,'-')", 'abcqq a.  ab--x'],
  ["pos('day','Saturday') pos('x','abc') pos(' ','a b c',3) pos('','a')", '6 0 4 0'],
  ["reverse('abc')", 'cba'],
  ["space(' a  b c ') space('a b',0) space('a b',2,'+')", 'a b c ab a++b'],
  ["strip('  a b ')'|' strip(' a ','L')'|' strip(' a ','t')'|' strip('0012.700',,0)", 'a b| a |  a| 12.7'],
  ["substr('abc',2) substr('abc',2,4)'|' substr('abc',2,6,'.')", 'bc bc  | bc....'],
  ["subword('Now is the  time',2,2)'|'subword('a b',3)'|'", 'is the||'],
  [
    "translate('abc') translate('abcdef','12','ec') translate('abc','&','b') translate('APQRV',,'PR')",
    'ABC ab2d1f a&c A Q V',
  ],
  ["translate('4123','abcd','1234')", 'dabc'],
  ["verify('123','1234567890') verify('1Z3','1234567890') verify('AB4T','1234567890','M')", '0 2 3'],
  ["word('Now is',2) word('a',2)'|' wordindex('Now is the',3) wordlength('Now is',2)", 'is | 8 2'],
  ["words('Now is the time') words('  ')", '4 0'],
  ["wordpos('is the','now is  the time') wordpos('be','To be or not to be',3) wordpos('x','a')", '2 6 0'],
  ["xrange('a','f') length(xrange())", 'abcdef 256'],
])('%s', async (expression, value) => expect(await said(expression)).toBe(value));

it.each([
  ["abs('12.3') abs(-0.307)", '12.3 0.307'],
  ["datatype(' 12 ') datatype('') datatype('12x') datatype('1e5')", 'NUM CHAR CHAR NUM'],
  [
    "datatype('12.3','N') datatype('12.3','W') datatype('Fred','M') datatype('FRED','L') datatype('F1','A')",
    '1 0 1 0 1',
  ],
  ["datatype('BC d3','X') datatype('A_1','S') datatype('?20K','U') datatype('01','B')", '1 1 0 1'],
  [
    'format(3,4) format(1.73,4,0) format(1.73,4,3) format(-.76,4,1) format(3.03,4) format(0.06,,1)',
    '   3    2    1.730   -0.8    3.03 0.1',
  ],
  ['max(12,6,7,9) max(-7,-3,-4.3) min(17.1,17.0,9)', '12 -3 9'],
  ['sign(12.3) sign(-0.3) sign(0)', '1 -1 0'],
  ['trunc(12.3) trunc(127.09782,3) trunc(127.1,3) trunc(127,2) trunc(-1.9)', '12 127.097 127.100 127.00 -1'],
])('%s', async (expression, value) => expect(await said(expression)).toBe(value));

it.each([
  ["b2x('11000011') b2x('10111') b2x('0101') b2x('1 1111 0000')", 'C3 17 5 1F0'],
  ["c2x('72s') c2x('A') c2d('a') c2d('81'x,1) c2d('0081'x,2) c2d('')", 'F7F2A2 C1 129 -127 129 0'],
  ['d2c(129) d2x(9) d2x(129) d2x(129,1) d2x(129,4) d2x(257,2) d2x(-127,2) d2x(-127,4)', 'a 9 81 1 0081 01 81 FF81'],
  ["x2b('C3') x2b('7') x2b('1 C1')", '11000011 0111 000111000001'],
  [
    "x2c('F7F2 A2') x2d('0E') x2d('81') x2d('F81',3) x2d('FF81',4) x2d('81',2) x2d('81',4)",
    '72s 14 129 -127 -127 -127 129',
  ],
  [
    "c2x(bitand('12'x)) c2x(bitand('73'x,'27'x)) c2x(bitand('13'x,'5555'x)) c2x(bitand('13'x,'5555'x,'74'x))",
    '12 23 1155 1154',
  ],
  ["c2x(bitor('15'x,'24'x)) c2x(bitxor('1111'x,'444444'x,'40'x))", '35 555504'],
])('%s, in EBCDIC', async (expression, value) => expect(await said(expression)).toBe(value));

it('dates and times come from the session, and are turned from one form into another', async () => {
  const now = { now: new Date('2030-02-03T16:05:06Z') };
  const { output } = await run(
    `say date() '/' date('B') '/' date('D') '/' date('E') '/' date('J') '/' date('M') '/' date('O') '/' date('S')
     say date('U') '/' date('W') '/' date('C')
     say time() '/' time('C') '/' time('H') '/' time('M') '/' time('S') '/' time('L')
     left = date('B','20300305','S') - date('B'); say left
     say date('S', date('B') + 30, 'B') date('N','12/31/29','U') date('S','3 Feb 2030','N') date('S','30034','J')
     say date('S','01/02/81','E') date('S','01/02/79','E')`,
    {},
    now,
  );
  expect(output.split('\n')).toEqual([
    '3 Feb 2030 / 741110 / 34 / 03/02/30 / 30034 / February / 30/02/03 / 20300203',
    '02/03/30 / Sunday / 10992',
    '16:05:06 / 4:05pm / 16 / 965 / 57906 / 16:05:06.000000',
    '30',
    '20300305 31 Dec 2029 20300203 20300203',
    '19810201 20790201',
    '',
  ]);
});

it('a date that is none is refused', async () => {
  expect(await said("date('S','20300231','S')")).toContain('REXX error 40');
  expect(await said("date('S','2030','D')")).toContain('REXX error 40');
});

it('the session answers for user, prefix and data sets', async () => {
  const parts = {
    user: 'elmadm',
    prefix: 'ELM',
    dataSets: { 'ELM.CERT': 'x', 'SYS1.X': 'y' },
    symbols: { SYSNAME: 'SYS7' },
  };
  const { output } = await run(
    `say userid() sysvar('SYSUID') sysvar(syspref) sysvar('SYSENV')
     say sysdsn('CERT') sysdsn("'SYS1.X'") '/' sysdsn("'SYS1.Y'") '/' sysdsn("'SYS1.Y(A)'") '/' sysdsn('1A')
     say mvsvar('SYSNAME') msg() prompt() outtrap() address() queued() arg() digits()`,
    {},
    parts,
  );
  expect(output).toBe(
    'ELMADM ELMADM ELM BACK\n' +
      'OK OK / DATASET NOT FOUND / MEMBER NOT FOUND / INVALID DATASET NAME, 1A\n' +
      'SYS7 ON OFF OFF TSO 0 0 9\n',
  );
});

it('what a value of the system is, is not guessed', async () => {
  expect(await said("sysvar('SYSNODE')")).toContain('--set SYSNODE=VALUE');
  expect(await said("mvsvar('SYMDEF','SYSPLEX')")).toContain('--set SYSPLEX=VALUE');
});

it('VALUE gives and sets; ERRORTEXT and SOURCELINE read', async () => {
  expect(await said("value('x',7) x value('x') errortext(41)", 'x=1')).toBe('1 7 7 Bad arithmetic conversion');
  expect((await run('say sourceline(2)')).output).toBe('say sourceline(2)\n');
});
