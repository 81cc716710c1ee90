import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jcl } from '../../../src/jobs/jcl/jcl.ts';
import { commands, read, run, TSO } from './job.ts';

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
  it('commands carry their step and their line in the job', async () => {
    expect(
      await commands([
        ...TSO,
        '//SYSTSIN DD *',
        ' RACDCERT ID(U) +',
        '   LIST',
        ' PROFILE',
        '/*',
        '//STEP2 EXEC PGM=IKJEFT1B',
        '//SYSTSIN DD *',
        ' PROFILE',
      ]),
    ).toEqual(['STEP1:5 RACDCERT ID(U) LIST', 'STEP1:7 PROFILE', 'STEP2:11 PROFILE']);
  });
  it('a command does not go on from one step to the next', async () => {
    const job = [...TSO, '//SYSTSIN DD *', ' LIST +', '//STEP2 EXEC PGM=IKJEFT1A', '//SYSTSIN DD *', ' X'];
    expect(await commands(job)).toEqual(['STEP1:5 LIST', 'STEP2:8 X']);
  });
  it('one without a name is counted; of several jobs the name stands in front', async () => {
    expect(await commands(['//A JOB', '// EXEC PGM=IKJEFT01', '//SYSTSIN DD *', 'X'])).toEqual(['step 1:4 X']);
    expect(await commands(['//A JOB', '//', '//B JOB', '//S EXEC PGM=IKJEFT01', '//SYSTSIN DD *', 'X'])).toEqual([
      'B.S:6 X',
    ]);
  });
  it('a null statement within a job is passed over, as JES2 does', async () => {
    expect(
      await commands([...TSO, '//SYSTSIN DD *', 'X', '//', '//S EXEC PGM=IKJEFT01', '//SYSTSIN DD *', 'Y']),
    ).toEqual(['STEP1:5 X', 'S:9 Y']);
  });
  it('PARM holds a first command', async () => {
    const job = ['//S EXEC PGM=IKJEFT01,', "//   PARM='PROFILE NOPREFIX'", '//SYSTSIN DD *', 'X'];
    expect(await commands(job)).toEqual(['S:1 PROFILE NOPREFIX', 'S:4 X']);
  });
  it('PARMDD names the DD of a first command', async () => {
    const job = ['//S EXEC PGM=IKJEFT01,PARMDD=FIRST', '//FIRST DD *', ' PROFILE', ' NOPREFIX', '//SYSTSIN DD *', 'X'];
    expect(await commands(job)).toEqual(['S:1 PROFILE NOPREFIX', 'S:6 X']);
  });
  it('only SYSTSIN is read', async () => {
    const other = ['//SYSIN DD *', ' NOT ME', '/*'];
    const after = ['//OTHER DD DATA', '//SYSTSIN DD *', ' NOR ME', '/*'];
    expect(await commands([...TSO, ...other, '//SYSTSIN DD *', ' ME', '/*', ...after])).toEqual(['STEP1:8 ME']);
  });
  it('DD statements without a name add to it', async () => {
    const job = [...TSO, '//SYSTSIN DD *', ' A', '//  DD *', ' B', '//X DD *', ' NO', '//  DD *', ' NO'];
    expect(await commands(job)).toEqual(['STEP1:5 A', 'STEP1:7 B']);
  });
  it('sequence numbers are no part of a command', async () => {
    const numbered = [`${' RACDCERT +'.padEnd(72)}00050000`, `${'  LIST'.padEnd(72)}00060000`];
    expect(await commands([...TSO, '//SYSTSIN DD *', ...numbered])).toEqual(['STEP1:5 RACDCERT LIST']);
  });
  it('comments in column 1 need a delimiter', async () => {
    const job = [...TSO, '//SYSTSIN DD DATA,DLM=$$', '/* list', ' RACDCERT LIST', '$$'];
    expect(await commands(job)).toEqual(['STEP1:6 RACDCERT LIST']);
  });
});

describe('what is not emulated is told and not run', () => {
  const left = async (...lines: readonly string[]): Promise<readonly string[]> => {
    const { commands: ran, notEmulated, problems } = await run(lines);
    expect([...ran, ...problems]).toEqual([]);
    return notEmulated;
  };
  it('other programs, and their data; never a PARM', async () => {
    expect(await left("//COPY EXEC PGM=BPXBATCH,PARM='secret'", '//SYSTSIN DD *', ' RACDCERT LIST')).toEqual([
      '1: //COPY EXEC: the program BPXBATCH is not emulated',
    ]);
  });
  it('procedures that are not at hand', async () => {
    const reason = 'there is no procedure ELMPROC in the job, in JCLLIB or in the folders of procedures';
    expect(await left('//A EXEC ELMPROC', '//SYSTSIN DD *', ' X')).toEqual([`1: //A EXEC: ${reason}`]);
    expect(await left('//A EXEC PROC=ELMPROC')).toEqual([`1: //A EXEC: ${reason}`]);
  });
  it('z/OS UNIX files, operator commands', async () => {
    expect(await left('//S EXEC PGM=IKJEFT01', "//SYSTSIN DD PATH='/u/elm/x'")).toEqual([
      '2: //SYSTSIN DD: PATH= is not emulated',
    ]);
    expect(await left("//X COMMAND 'D T'")).toEqual(['1: //X COMMAND: COMMAND statements are not emulated']);
  });
  it('a transmitted job is no part of this one', async () => {
    expect(await left('//X XMIT DEST=ELM', '//B JOB', '//S EXEC PGM=IKJEFT01', '/*')).toHaveLength(1);
  });
  it('a part of a job without its EXEC is taken for a step of TSO, and that is said', async () => {
    const done = await run(['//SYSTSPRT DD SYSOUT=*', '//SYSTSIN DD DATA', ' RACDCERT -', ' LIST', '/*']);
    expect(done.commands).toEqual(['RACDCERT  LIST']);
    expect(done.hints).toEqual(['1: no EXEC stands before this DD; it is taken for one of a step EXEC PGM=IKJEFT01']);
  });
  it('nothing to run in DUMMY', async () => {
    expect(await left('//S EXEC PGM=IKJEFT01', '//SYSTSIN DD DUMMY')).toEqual([]);
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
    ['no commands at all', [...TSO], ['2: step STEP1 has no SYSTSIN: it has no commands']],
    [
      'lines of nobody, once',
      [...TSO, '//SYSTSIN DD *', ' X', '/*', 'stray', 'stray', '//SYSIN DD DUMMY'],
      ['7: this line belongs to no statement and is left out'],
    ],
    ['another user', ['//A JOB USER=ELM'], ['1: USER=ELM is not used; who runs the job is said by --user']],
  ])('%s', async (_name, lines, expected) => expect((await run(lines)).hints).toEqual(expected));
});

describe('what keeps a job from running', () => {
  it.each([
    ['an unknown operation', [...TSO, '//S2 EXECUTE PGM=X'], '4: the operation EXECUTE is not known'],
    ['a quote left open', [...TSO, "//S2 EXEC PGM=X,PARM='A"], '4: a quote is opened and not closed'],
    ['a DD of nobody', ['//A JOB', '//SYSTSIN DD DUMMY', ...TSO.slice(1)], '2: the DD SYSTSIN belongs to no step'],
    [
      'a DD that adds to nothing',
      ['//A JOB', ...TSO.slice(1, 2), '// DD *'],
      '3: a DD without a name, and none before it',
    ],
    ['an IF without end', [...TSO, '// IF (RC=0) THEN'], '4: the IF statement has no ENDIF'],
    ['an ELSE too many', [...TSO, '// ELSE'], '4: ELSE without IF'],
    ['an ENDIF too many', [...TSO, '// ENDIF'], '4: ENDIF without IF'],
    ['a PEND too many', [...TSO, '// PEND'], '4: PEND without PROC'],
    ['an EXEC of nothing', [...TSO, '//S2 EXEC'], '4: EXEC names neither a program nor a procedure'],
    ['a DD of a step that calls nothing', [...TSO, '//X.Y DD DUMMY'], '4: //X.Y: the step before calls no procedure'],
  ])('%s', async (_name, lines, expected) => {
    const done = await run([...lines, '//LAST EXEC PGM=IKJEFT01', '//SYSTSIN DD *', ' X']);
    expect(done.problems).toEqual([expected]);
    expect(done.commands).toEqual([]);
    expect(done.skipped).toEqual(['X']);
    expect(done.steps.at(-1)).toBe('LAST=-');
  });
  it('another job of the file runs', async () => {
    const good = ['//B JOB', '//S EXEC PGM=IKJEFT01', '//SYSTSIN DD *', ' X'];
    expect((await run(['//A JOB', '// PEND', ...good])).commands).toEqual(['X']);
  });
  it('TYPRUN=SCAN', async () => {
    const done = await run(['//A JOB TYPRUN=SCAN', ...TSO.slice(1), '//SYSTSIN DD *', ' X']);
    expect(done).toMatchObject({ skipped: ['X'], commands: [], problems: [], steps: ['STEP1=-'] });
  });
});

it('what is planned is known before anything runs', async () => {
  const job = [
    ...TSO,
    '//SYSTSIN DD *',
    ' A',
    '// IF (RC=8) THEN',
    '//S EXEC PGM=IKJEFT01',
    '//SYSTSIN DD *',
    ' B',
    '// ENDIF',
  ];
  expect((await read(job)).planned?.map(({ text }) => text.trim())).toEqual(['A', 'B']);
  expect((await read([...TSO, '//SYSTSIN DD DSN=A.B'])).planned).toBeNull();
});

it('many lines in one step', async () => {
  const job = await jcl.read(
    `${TSO.join('\n')}\n//SYSTSIN DD *\n${' PROFILE\n'.repeat(200_000)}`,
    'elm.jcl',
    (await import('../drive.ts')).scene(),
    [],
  );
  expect(job.planned).toHaveLength(200_000);
});

it('any text after any beginning is read and run', async () => {
  const line = fc.oneof(
    fc.constantFrom(
      ...TSO,
      '//SYSTSIN DD *',
      '//SYSTSIN DD *,SYMBOLS=EXECSYS',
      '//SYSTSIN DD DATA,DLM=',
      '//SYSTSIN DD DDNAME=X',
      '//X DD DDNAME=SYSTSIN',
      '/*',
      '//',
      '// IF (RC=0) THEN',
      '// IF (STEP1.RC=0 & &A = 1) THEN',
      '// ELSE',
      '// ENDIF',
      '//P PROC A=1',
      '// PEND',
      '//A EXEC P,A=&A',
      '//STEP1.SYSTSIN DD *',
      '// SET A=&A.&A',
      '// SET A=1,B=&A',
      '// EXPORT SYMLIST=*',
      '//C EXEC PGM=IDCAMS,COND=(0,NE,STEP1)',
      '//SYSIN DD *',
      '//B EXEC PGM=IEBGENER',
      '//SYSUT1 DD *',
      '//SYSUT2 DD DSN=&A..B,DISP=(,CATLG)',
      ' SET MAXCC=0',
      " DELETE 'A.B'",
    ),
    fc.string({ unit: fc.constantFrom(..."/*ABDX '=,+-&().\t"), maxLength: 100 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
      for (const event of (await run(lines)).events) {
        if (event.kind === 'command') expect(event.command.line).toBeLessThanOrEqual(lines.length);
      }
    }),
    { numRuns: 300 },
  );
});
