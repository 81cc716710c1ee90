import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jcl } from '../../src/jobs/jcl.ts';

const read = (...lines: readonly string[]) => jcl.read(lines.join('\n'), 'elm.jcl');
const TSO = ['//ELMJOB JOB (1),CLASS=A', '//STEP1 EXEC PGM=IKJEFT01', '//SYSTSPRT DD SYSOUT=*'];
const commands = (...lines: readonly string[]): string[] =>
  read(...lines).commands.map(({ text, step, line }) => `${step}:${line} ${text.trim()}`);
const remarks = (list: readonly { line: number; text: string }[]): string[] =>
  list.map(({ line, text }) => `${line}: ${text}`);

describe('recognition', () => {
  it.each([
    [TSO.join('\n'), true],
    ['\n//STEP EXEC PGM=X', true],
    ['//* comment\n// EXEC PGM=X', true],
    ['/*JOBPARM LINES=1\n//A JOB', true],
    ['RACDCERT LIST', false],
    ['/* a comment */\nRACDCERT LIST', false],
    ['// a note\nRACDCERT LIST', false],
    ['RACDCERT LIST\n//A DD *', false],
    ['//A JOB\0', false],
  ])('%j', (text, expected) => expect(jcl.recognises(text, 'x')).toBe(expected));
});

describe('steps', () => {
  it('commands carry their step and their line in the job', () => {
    expect(
      commands(
        ...TSO,
        '//SYSTSIN DD *',
        ' RACDCERT ID(U) +',
        '   LIST',
        ' PROFILE',
        '/*',
        '//STEP2 EXEC PGM=IKJEFT1B',
        '//SYSTSIN DD *',
        ' PROFILE',
      ),
    ).toEqual(['STEP1:5 RACDCERT ID(U) LIST', 'STEP1:7 PROFILE', 'STEP2:11 PROFILE']);
  });
  it('a command does not go on from one step to the next', () => {
    expect(commands(...TSO, '//SYSTSIN DD *', ' LIST +', '//STEP2 EXEC PGM=IKJEFT1A', '//SYSTSIN DD *', ' X')).toEqual([
      'STEP1:5 LIST',
      'STEP2:8 X',
    ]);
  });
  it('one without a name is counted; of several jobs the name stands in front', () => {
    expect(commands('//A JOB', '// EXEC PGM=IKJEFT01', '//SYSTSIN DD *', 'X')).toEqual(['step 1:4 X']);
    expect(commands('//A JOB', '//', '//B JOB', '//S EXEC PGM=IKJEFT01', '//SYSTSIN DD *', 'X')).toEqual(['B.S:6 X']);
  });
  it('PARM holds a first command', () => {
    expect(commands('//S EXEC PGM=IKJEFT01,', "//   PARM='PROFILE NOPREFIX'", '//SYSTSIN DD *', 'X')).toEqual([
      'S:1 PROFILE NOPREFIX',
      'S:4 X',
    ]);
  });
  it('only SYSTSIN is read', () => {
    expect(
      commands(
        ...TSO,
        '//SYSIN DD *',
        ' NOT ME',
        '/*',
        '//SYSTSIN DD *',
        ' ME',
        '/*',
        '//OTHER DD DATA',
        '//SYSTSIN DD *',
        ' NOR ME',
        '/*',
      ),
    ).toEqual(['STEP1:8 ME']);
  });
  it('DD statements without a name add to it', () => {
    expect(commands(...TSO, '//SYSTSIN DD *', ' A', '//  DD *', ' B', '//X DD *', ' NO', '//  DD *', ' NO')).toEqual([
      'STEP1:5 A',
      'STEP1:7 B',
    ]);
  });
  it('sequence numbers are no part of a command', () => {
    expect(
      commands(...TSO, '//SYSTSIN DD *', `${' RACDCERT +'.padEnd(72)}00050000`, `${'  LIST'.padEnd(72)}00060000`),
    ).toEqual(['STEP1:5 RACDCERT LIST']);
  });
  it('comments in column 1 need a delimiter', () => {
    expect(commands(...TSO, '//SYSTSIN DD DATA,DLM=$$', '/* list', ' RACDCERT LIST', '$$')).toEqual([
      'STEP1:6 RACDCERT LIST',
    ]);
  });
});

describe('what is not emulated is told and not run', () => {
  const left = (...lines: readonly string[]): string[] => {
    const { commands: run, notEmulated } = read(...lines);
    expect(run).toEqual([]);
    return notEmulated.map(({ line, text, reason }) => `${line}: ${text}: ${reason}`);
  };
  it('other programs, and their data', () => {
    expect(left("//COPY EXEC PGM=IEBGENER,PARM='secret'", '//SYSTSIN DD *', ' RACDCERT LIST')).toEqual([
      '1: //COPY EXEC: the program IEBGENER is not emulated',
    ]);
  });
  it('procedures, called and in the stream', () => {
    expect(left('//A EXEC ELMPROC', '//SYSTSIN DD *', ' X')).toEqual([
      '1: //A EXEC: the procedure ELMPROC is not emulated',
    ]);
    expect(left('//A EXEC PROC=ELMPROC')).toEqual(['1: //A EXEC: the procedure ELMPROC is not emulated']);
    expect(left('//P PROC', '//S EXEC PGM=IKJEFT01', '//SYSTSIN DD *', ' X', '// PEND')).toEqual([]);
  });
  it('steps under IF', () => {
    expect(left('// IF (RC = 0) THEN', '//S EXEC PGM=IKJEFT01', '//SYSTSIN DD *', ' X', '// ENDIF')).toEqual([
      '2: //S EXEC: it depends on an IF statement, and these are not evaluated',
    ]);
  });
  it('SYSTSIN that is not in the stream; DUMMY has nothing to run', () => {
    expect(left('//S EXEC PGM=IKJEFT01', '//SYSTSIN DD DSN=A.B(C),DISP=SHR')).toEqual([
      '2: //SYSTSIN DD: SYSTSIN is read from in-stream data only',
    ]);
    expect(left('//S EXEC PGM=IKJEFT01', '//SYSTSIN DD DDNAME=&PRODUCT')).toHaveLength(1);
    expect(left('//S EXEC PGM=IKJEFT01', '//SYSTSIN DD DUMMY')).toEqual([]);
    expect(left('// INCLUDE MEMBER=X', '//S EXEC PGM=IKJEFT01')).toEqual([
      '1: // INCLUDE: INCLUDE statements are not emulated',
    ]);
  });
});

describe('symbols', () => {
  it('with SYMBOLS= a command that holds one is a problem and is left out', () => {
    const job = read(...TSO, '//SYSTSIN DD *,SYMBOLS=JCLONLY', ' RACDCERT ID(&USER) LIST', ' PROFILE');
    expect(job.commands.map(({ text }) => text)).toEqual([' PROFILE']);
    expect(job.problems).toEqual([
      { file: 'elm.jcl', line: 5, text: 'the symbol &USER is not emulated; the command is left out' },
    ]);
  });
  it('without it an ampersand is text', () => {
    expect(commands(...TSO, '//SYSTSIN DD *', ' RACDCERT MAP CRITERIA(APPLID=&APPLID)')).toHaveLength(1);
  });
  it('in a program name the step is left out', () => {
    const job = read('//S EXEC PGM=&TMP', '//SYSTSIN DD *', ' X');
    expect(job.commands).toEqual([]);
    expect(remarks(job.problems)).toEqual(['1: the symbol in PGM=&TMP is not emulated; the step is left out']);
  });
});

describe('hints', () => {
  it.each([
    [
      'text beyond column 72',
      [...TSO, '//SYSTSIN DD *', 'A'.repeat(90)],
      ['5: text beyond column 72 is not part of the command'],
    ],
    [
      'a delimiter that never comes',
      [...TSO, '//SYSTSIN DD DATA,DLM=QQ', ' X'],
      ['4: the delimiter QQ never comes; the data end with the file'],
    ],
    ['COND', ['//S EXEC PGM=IKJEFT01,COND=(0,NE)'], ['1: COND= is not evaluated; the step is run']],
  ])('%s', (_name, lines, expected) => expect(remarks(read(...lines).hints)).toEqual(expected));
});

it('many lines in one step', () => {
  const job = `${TSO.join('\n')}\n//SYSTSIN DD *\n${' PROFILE\n'.repeat(200_000)}`;
  expect(jcl.read(job, 'elm.jcl').commands).toHaveLength(200_000);
});

it('any text after any beginning is read', () => {
  const line = fc.oneof(
    fc.constantFrom(
      ...TSO,
      '//SYSTSIN DD *',
      '//SYSTSIN DD DATA,DLM=',
      '/*',
      '//',
      '// IF',
      '// ENDIF',
      '//A PROC',
      '// PEND',
      '//A EXEC',
    ),
    fc.string({ unit: fc.constantFrom(..."/*ABDX '=,+-&()\t"), maxLength: 100 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
      for (const command of read(...lines).commands) expect(command.line).toBeLessThanOrEqual(lines.length);
    }),
  );
});
