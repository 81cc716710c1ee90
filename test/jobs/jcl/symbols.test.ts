import { describe, expect, it } from 'vitest';
import type { SceneParts } from '../drive.ts';
import { commands, read, run, TSO } from './job.ts';

const DATA = '//SYSTSIN DD *,SYMBOLS=JCLONLY';
const EXPORT = '// EXPORT SYMLIST=*';
const STEP = ['//STEP1 EXEC PGM=IKJEFT01', DATA];

/** The texts of the commands that run, blanks around them removed. */
async function texts(lines: readonly string[], parts: SceneParts = {}): Promise<readonly string[]> {
  return (await run(lines, {}, parts)).commands;
}

async function unset(lines: readonly string[], parts: SceneParts = {}): Promise<readonly string[]> {
  return (await read(lines, parts)).unset.map(({ line, name, text }) => `${line} ${name} ${text}`);
}

describe('in-stream data', () => {
  it.each([
    ['followed by a period', 'HLQ=ELM', 'A(&HLQ..CERT)', 'A(ELM.CERT)'],
    ['the period ends the name', 'S=STC', 'ID(&S.X)', 'ID(STCX)'],
    ['followed by a quote', "L='Elm CA'", "LABEL('&L')", "LABEL('Elm CA')"],
    ['two in a row', 'A=ONE,B=TWO', '&A..&B..LST', 'ONE.TWO.LST'],
    ['an empty value', 'A=', 'X&A.Y', 'XY'],
    ['in lower case', 'A=ONE', 'X(&a)', 'X(ONE)'],
    ['two ampersands are none', 'A=ONE', 'X &&A', 'X &&A'],
    ['a name of nine characters is none', 'A=ONE', 'X &ABCDEFGHI', 'X &ABCDEFGHI'],
    ['an apostrophe in a value', "L='O''Shea'", 'X &L', "X O'Shea"],
    ['a value is not looked at again', "L='&&A',A=1", 'X &L', 'X &&A'],
    ['a list in parentheses', 'L=(A,B)', 'X&L', 'X(A,B)'],
  ])('%s', async (_name, set, data, expected) => {
    expect(await texts([EXPORT, `// SET ${set}`, ...STEP, ` ${data}`])).toEqual([expected]);
  });

  it('without SYMBOLS= they are not touched', async () => {
    expect(await texts([...TSO, '//SYSTSIN DD *', ' RACDCERT ID(&U)'])).toEqual(['RACDCERT ID(&U)']);
    expect(await unset([...TSO, '//SYSTSIN DD *', ' RACDCERT ID(&U)'])).toEqual([]);
  });
  it('the value of the last SET before counts, step by step', async () => {
    const second = ['//STEP2 EXEC PGM=IKJEFT01', DATA, ' X &A'];
    expect(await texts([EXPORT, '// SET A=1', ...STEP, ' X &A', '/*', '// SET A=2', ...second])).toEqual([
      'X 1',
      'X 2',
    ]);
  });
  it('what is not exported stays, with a hint', async () => {
    const done = await run(['// SET A=1', EXPORT, ...STEP, ' X &A &SYSUID', ' Y &A']);
    expect(done.commands).toEqual(['X &A IBMUSER', 'Y &A']);
    expect(done.hints).toEqual(['5: &A stays as it is: no EXPORT SYMLIST= before its SET names it']);
  });
  it('an EXPORT that names them', async () => {
    expect(await texts(['// EXPORT SYMLIST=(A,B)', '// SET A=1,B=2,C=3', ...STEP, ' &A &B &C'])).toEqual(['1 2 &C']);
  });
  it('templates of RACF stay', async () => {
    const map = ' RACDCERT MAP CRITERIA(APPLID=&APPLID.SYSID=&SYSID)';
    expect(await texts([...TSO, DATA, map])).toEqual([map.trim()]);
    expect(await unset([...TSO, DATA, map])).toEqual([]);
  });
  it('sequence numbers are no part of it', async () => {
    const line = `${' X &A'.padEnd(72)}00010000`;
    const done = await run([EXPORT, '// SET A=LONGER', ...STEP, line]);
    expect(done.commands).toEqual(['X LONGER']);
    expect(done.hints).toEqual([]);
  });
  it('a line that symbols push beyond column 72 is hinted at', async () => {
    const done = await run([EXPORT, '// SET A=LONGER', ...STEP, ` ${'X'.repeat(69)}&A`]);
    expect(done.hints).toEqual(['5: with its symbols the line goes beyond column 72']);
  });
});

describe('system symbols', () => {
  const of = (kind: string, data: string) =>
    run([...TSO, `//SYSTSIN DD *,SYMBOLS=${kind}`, ` ${data}`], {}, { timeZone: 'America/New_York' });
  it('UTC and local, in data that ask for them', async () => {
    // 2030-02-03T04:05:06Z is the evening before in New York.
    const { commands: ran } = await of('(EXECSYS,LOG)', '&YR4 &YYMMDD &LYYMMDD &LHHMMSS &JDAY &LWDAY');
    expect(ran).toEqual(['2030 300203 300202 230506 034 SAT']);
    expect((await of('CNVTSYS', '&LDAY')).commands).toEqual(['02']);
  });
  it('not with JCLONLY', async () => {
    const done = await of('JCLONLY', '&YR4');
    expect(done.commands).toEqual(['&YR4']);
    expect(done.hints).toEqual(['5: &YR4 stays as it is: SYMBOLS=JCLONLY takes no system symbols']);
  });
  it('in statements; those of one system need a value', async () => {
    expect(await texts([EXPORT, '// SET A=D&YYMMDD', ...STEP, ' &A'])).toEqual(['D300203']);
    expect(await unset([...TSO, '//SYSTSIN DD *,SYMBOLS=EXECSYS', ' &SYSNAME'])).toEqual(['5 SYSNAME &SYSNAME']);
  });
  it('a kind that does not exist keeps the job from running', async () => {
    expect((await of('ALL', 'X')).problems).toEqual(['4: SYMBOLS=ALL is none of JCLONLY, EXECSYS, CNVTSYS']);
  });
});

describe('without a value', () => {
  it('all are listed with their places', async () => {
    const job = ['// SET A=&NONE', '//STEP1 EXEC PGM=IKJEFT01,PARM=&FIRST', DATA, ' &ONE &TWO', ' &ONE.X'];
    expect(await unset(job)).toEqual(['1 NONE &NONE', '2 FIRST &FIRST', '4 ONE &ONE', '4 TWO &TWO', '5 ONE &ONE']);
  });
  it('only where it matters', async () => {
    const job = [...TSO, '//SYSPRINT DD DSN=&HLQ..PRINT', '//OTHER DD *,SYMBOLS=JCLONLY', ' &NO', '/*'];
    expect(await unset([...job, '//X EXEC PGM=OTHER,PARM=&P', '//SYSTSIN DD *,SYMBOLS=JCLONLY', ' &NO'])).toEqual([]);
    expect(await unset(['//X EXEC PGM=&TMP'])).toEqual(['1 TMP &TMP']);
    expect(await unset([...TSO, '//SYSTSIN DD DSN=&HLQ..X'])).toEqual(['4 HLQ &HLQ']);
    expect(await unset([...TSO, '//SYSTSIN DD DDNAME=&PRODUCT'])).toEqual(['4 PRODUCT &PRODUCT']);
  });
  it('not in a branch that symbols rule out, nor in a DD that is not selected', async () => {
    const branch = ['// SET OPT=1', '// IF (&OPT EQ 2) THEN', ...STEP, ' &NO', '// ENDIF'];
    expect(await unset(branch)).toEqual([]);
    expect(await unset([...TSO, '//SYSTSIN DD DDNAME=A', '//A DD *', '//B DD *,SYMBOLS=JCLONLY', ' &NO'])).toEqual([]);
  });
  it('in a condition; the sign for AND is none', async () => {
    expect(await unset([...TSO, '// IF (&OPT EQ 1) THEN', '// ENDIF'])).toEqual(['4 OPT &OPT']);
    expect(await unset([...TSO, '// IF (1 EQ &OPT) THEN', '// ENDIF'])).toEqual(['4 OPT &OPT']);
    expect(await unset([...TSO, '// IF (RC=0&RC<4) THEN', '// ENDIF'])).toEqual([]);
  });
});

describe('values from outside', () => {
  it('stand in for SET, with a hint; in any case of letters', async () => {
    const done = await run(['// SET A=1', ...STEP, ' X &A'], {}, { symbols: { a: 'GIVEN' } });
    expect(done.commands).toEqual(['X GIVEN']);
    expect(done.hints).toEqual(['1: the value given for A takes the place of the one set here']);
  });
  it('need no SET and no EXPORT', async () => {
    expect(await texts([...STEP, ' X &A'], { symbols: { A: 'GIVEN' } })).toEqual(['X GIVEN']);
  });
  it('stand in for defaults of PROC, not for what EXEC assigns', async () => {
    const job = [EXPORT, '//P PROC A=1', ...STEP, ' X &A', '/*', '// PEND', '//C1 EXEC P', '//C2 EXEC P,A=2'];
    expect(await texts(job, { symbols: { A: 'GIVEN' } })).toEqual(['X GIVEN', 'X 2']);
  });
  it('are not looked at again', async () => {
    expect(await texts([...STEP, ' X &A'], { symbols: { A: '&B', B: '&A' } })).toEqual(['X &B']);
  });
});

describe('what has no end', () => {
  it('a symbol that expands into itself', async () => {
    const done = await run(['// SET A=&A.X', ...STEP, ' PROFILE']);
    expect(done.problems).toEqual(['1: the symbol &A expands into itself: A=&A.X']);
    expect(done.commands).toEqual([]);
  });
  it('one that doubles', async () => {
    const doubling = Array.from({ length: 40 }, () => '// SET A=&A.&A');
    const { problems } = await run(['// SET A=XX', ...doubling, ...STEP, ' PROFILE']);
    expect(problems[0]).toBe('8: the symbol &A grows beyond 255 characters');
  });
  it('a hundred thousand SETs', async () => {
    const sets = Array.from({ length: 100_000 }, (_, index) => `// SET A${index % 5000}=${index}`);
    expect(await texts([EXPORT, ...sets, ...STEP, ' X &A4999'])).toEqual(['X 99999']);
  });
  it('data that grow beyond the bound', async () => {
    const line = ` ${'&A'.repeat(35)}`;
    const job = [EXPORT, `// SET A=${'X'.repeat(60)}`, ...STEP, ...Array.from({ length: 40_000 }, () => line)];
    await expect(read(job)).rejects.toMatchObject({ code: 'core/limit', message: expect.stringContaining('elm.jcl:') });
  });
});

it('a SET counts also under an IF that is false, and several on one statement do not see each other', async () => {
  const job = [EXPORT, '// SET A=1', '// IF (RC=8) THEN', '// SET A=2,B=&A', '// ENDIF', ...STEP, ' &A &B'];
  expect(await texts(job)).toEqual(['2 1']);
});

it('a symbol may hold several operands', async () => {
  expect(await commands(["// SET P='PGM=IKJEFT01'", '//S EXEC &P', '//SYSTSIN DD *', ' X'])).toEqual(['S:4 X']);
});
