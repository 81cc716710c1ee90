import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Codes, holds, readExpression } from '../../../src/jobs/jcl/expression.ts';
import { run } from './job.ts';

const codes = (known: Readonly<Record<string, number>>): Codes => ({
  codeOf: (step) => (step === null ? Math.max(0, ...Object.values(known)) : (known[step] ?? null)),
});

function value(text: string, known: Readonly<Record<string, number>> = { S1: 4, 'C.S2': 8 }): boolean | string {
  const read = readExpression(text, (name) => (name === 'NONE' ? null : name));
  return typeof read === 'string' ? read : holds(read, codes(known));
}

describe('expressions', () => {
  it.each([
    ['RC = 8', true],
    ['(RC = 8)', true],
    ['rc eq 8', true],
    ['RC > 4 & RC < 8', false],
    ['RC>4&RC<9', true],
    ['S1.RC = 4', true],
    ['S1.RC GT 4 | C.S2.RC >= 8', true],
    ['C.S2.RC NG 8 AND S1.RC NL 4', true],
    ['C.S2.RC ¬> 8', true],
    ['S1.RC ^= 4', false],
    ['S1.RC NE 4 OR S1.RC LE 4', true],
    ['NOT (S1.RC = 4)', false],
    ['¬(S1.RC = 4) | RC = 8', true],
    ['NOT NOT RC = 8', true],
    ['S3.RC = 0', false],
    ['S3.RC NE 0', false],
    ['NOT S3.RC = 0', true],
    ['S1.RUN', true],
    ['S3.RUN', false],
    ['¬S3.RUN', true],
    ['S1.RUN = TRUE', true],
    ['S3.RUN EQ FALSE', true],
    ['ABEND', false],
    ['S1.ABEND = FALSE', true],
    ['¬ABEND', true],
    ['ABENDCC = S0C4', false],
    ['ABENDCC NE U0100', true],
    ['1 EQ 1', true],
    ['01 = 1', true],
    ["'A' = 'B'", false],
    ["'RACF' EQ RACF", true],
    ["'' = ''", true],
    ['B > A', true],
  ])('%s is %s', (text, expected) => expect(value(text)).toBe(expected));

  it.each([
    ['', 'the condition is not understood at its end'],
    ['RC', 'the condition is not understood at its end'],
    ['RC =', 'the condition is not understood at its end'],
    ['(RC = 0', 'a parenthesis in the condition is opened and not closed'],
    ['RC = 0)', 'the condition is not understood at ")"'],
    ['RC = A', '"A" is not a return code'],
    ["'A = 1", 'a quote in the condition is opened and not closed'],
    ['NONE.RC = 0', 'no step before is called NONE'],
    ['RC = 0 RC = 1', 'the condition is not understood at "RC = 1"'],
    ['RUN = MAYBE', '"MAYBE" is not TRUE or FALSE'],
    [`${'('.repeat(40)}RC=0${')'.repeat(40)}`, 'the condition has too many parentheses in each other'],
    ['1=1|'.repeat(5000), 'the condition is too long'],
  ])('%j is not one', (text, expected) => expect(value(text)).toBe(expected));

  it('any text is an expression or has an answer', () => {
    const word = fc.constantFrom('RC', 'S1.RC', '=', '¬', '(', ')', '&', '|', 'NOT', 'EQ', '0', "'", 'ABEND', 'X', ' ');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        expect(['boolean', 'string']).toContain(typeof value(words.join(' ')));
      }),
    );
  });
});

const step = (name: string, command: string, more = ''): string[] => [
  `//${name} EXEC PGM=IKJEFT01${more}`,
  '//SYSTSIN DD *',
  ` ${command}`,
  '/*',
];

describe('IF', () => {
  const job = [
    ...step('S1', 'ONE'),
    '// IF (S1.RC = 0) THEN',
    ...step('S2', 'TWO'),
    '// ELSE',
    ...step('S3', 'THREE'),
    '// ENDIF',
    ...step('S4', 'FOUR'),
  ];
  it('takes the branch that the code asks for, and says what is not reached', async () => {
    expect(await run(job)).toMatchObject({
      commands: ['ONE', 'TWO', 'FOUR'],
      skipped: ['THREE'],
      steps: ['S1=0', 'S2=0', 'S3=-', 'S4=0'],
    });
    expect(await run(job, { ONE: 8 })).toMatchObject({
      commands: ['ONE', 'THREE', 'FOUR'],
      skipped: ['TWO'],
      steps: ['S1=8', 'S2=-', 'S3=0', 'S4=0'],
    });
  });
  it('says why', async () => {
    const { events } = await run(job);
    expect(events.find(({ kind }) => kind === 'skipped')).toMatchObject({ reason: 'the IF of line 5 is true' });
  });
  it('lies in another', async () => {
    const nested = [
      ...step('S1', 'ONE'),
      '// IF RC = 0 THEN',
      '// IF RC = 4 THEN',
      ...step('S2', 'TWO'),
      '// ELSE',
      ...step('S3', 'THREE'),
      '// ENDIF',
      '// ELSE',
      ...step('S4', 'FOUR'),
      '// ENDIF',
    ];
    expect((await run(nested)).commands).toEqual(['ONE', 'THREE']);
    expect((await run(nested, { ONE: 4 })).commands).toEqual(['ONE', 'FOUR']);
  });
  it('on symbols', async () => {
    const choose = (value: string) => [`// SET OPT=${value}`, '// IF (&OPT EQ 1) THEN', ...step('S', 'A'), '// ENDIF'];
    expect((await run(choose('1'))).commands).toEqual(['A']);
    expect((await run(choose('2'))).commands).toEqual([]);
    expect(
      (await run(["// SET P='RACF'", "// IF ('&P' = 'RACF') THEN", ...step('S', 'A'), '// ENDIF'])).commands,
    ).toEqual(['A']);
  });
  it('on a step that is not emulated: it counts as 0, and that is said', async () => {
    const other = ['//X EXEC PGM=OTHER', '// IF (X.RC = 0) THEN', ...step('S', 'A'), '// ENDIF'];
    const done = await run(other);
    expect(done.commands).toEqual(['A']);
    expect(done.hints).toEqual(['2: step X is not emulated: its return code is taken as 0 here']);
  });
  it('on a step that does not exist keeps the job from running', async () => {
    const done = await run(['// IF (NO.RC = 0) THEN', ...step('S', 'A'), '// ENDIF']);
    expect(done).toMatchObject({ problems: ['1: no step before is called NO'], commands: [], skipped: ['A'] });
  });
  it('not more than fifteen in each other', async () => {
    const deep = Array.from({ length: 16 }, () => '// IF (RC = 0) THEN');
    expect((await run([...deep, ...deep.map(() => '// ENDIF')])).problems[0]).toBe(
      '16: more than 15 IF statements in each other',
    );
  });
});

describe('COND', () => {
  it.each([
    ['(4,LT)', 8, false],
    ['(4,LT)', 4, true],
    ['(0,NE)', 0, true],
    ['(0,NE,S1)', 4, false],
    ['(8,EQ,S1)', 4, true],
    ['((8,EQ),(4,EQ,S1))', 4, false],
    ['((8,EQ),EVEN)', 4, true],
    ['EVEN', 12, true],
    ['ONLY', 0, false],
  ])('%s after %i', async (cond, code, runs) => {
    const done = await run([...step('S1', 'ONE'), ...step('S2', 'TWO', `,COND=${cond}`)], { ONE: code });
    expect(done.commands).toEqual(runs ? ['ONE', 'TWO'] : ['ONE']);
    expect(done.skipped).toEqual(runs ? [] : ['TWO']);
  });
  it('a step that did not run is not tested', async () => {
    const job = [...step('S1', 'ONE'), ...step('S2', 'TWO', ',COND=(0,EQ)'), ...step('S3', 'THREE', ',COND=(0,NE,S2)')];
    expect((await run(job)).commands).toEqual(['ONE', 'THREE']);
  });
  it('the first step has nothing to be tested', async () => {
    expect((await run(step('S1', 'ONE', ',COND=(0,EQ)'))).commands).toEqual(['ONE']);
  });
  it('of the JOB statement ends the job', async () => {
    const job = ['//A JOB COND=(4,LT)', ...step('S1', 'ONE'), ...step('S2', 'TWO'), ...step('S3', 'THREE')];
    expect((await run(job)).commands).toEqual(['ONE', 'TWO', 'THREE']);
    expect(await run(job, { ONE: 8 })).toMatchObject({ commands: ['ONE'], skipped: ['TWO', 'THREE'] });
  });
  it.each([
    ['(4)', '1: COND=(4) is not understood'],
    ['(4,XX)', '1: COND=(4,XX) is not understood'],
    ['(4,LT,NO)', '1: COND=(4,LT,NO): no step before is called NO'],
  ])('%s keeps the job from running', async (cond, problem) => {
    expect((await run(step('S1', 'ONE', `,COND=${cond}`))).problems).toEqual([problem]);
  });
});

describe('the code of a step', () => {
  const two = (program: string) => [`//S EXEC PGM=${program}`, '//SYSTSIN DD *', ' ONE', ' TWO', ' THREE'];
  it('is that of its last command', async () => {
    expect((await run(two('IKJEFT01'), { ONE: 8, THREE: 4 })).steps).toEqual(['S=4']);
  });
  it.each(['IKJEFT1A', 'IKJEFT1B'])('%s ends at the first that is not 0', async (program) => {
    expect(await run(two(program), { TWO: 8 })).toMatchObject({
      commands: ['ONE', 'TWO'],
      skipped: ['THREE'],
      steps: ['S=8'],
    });
  });
});

describe('RESTART', () => {
  it('leaves out the steps before', async () => {
    const job = ['//A JOB RESTART=S2', ...step('S1', 'ONE'), ...step('S2', 'TWO'), ...step('S3', 'THREE')];
    expect(await run(job)).toMatchObject({ commands: ['TWO', 'THREE'], skipped: ['ONE'] });
  });
  it('at a step that does not exist nothing is run', async () => {
    const done = await run(['//A JOB RESTART=NO', ...step('S1', 'ONE')]);
    expect(done).toMatchObject({ problems: ['1: RESTART=NO: the job has no such step'], commands: [] });
  });
});
