/** Jobs with placeholders of templates in them. */
import { describe, expect, it } from 'vitest';
import { commands, read, run } from './job.ts';

const TSO = ['//ELM JOB', '//S EXEC PGM=IKJEFT01', '//SYSTSIN DD *'];

/** `line text name` of what has no value. */
async function unset(lines: readonly string[], symbols: Readonly<Record<string, string>> = {}): Promise<string[]> {
  return (await read(lines, { symbols })).unset.map(({ line, text, name }) => `${line} ${text} ${name}`);
}

describe('in commands', () => {
  const forms = ['<ring>', '$' + '{ring}', '{{ ring }}', '{ring}', '{{ ring | upper }}'];
  it.each(forms)('%s is filled in, or asked for', async (form) => {
    const job = [...TSO, ` RACDCERT ID(ELM) DELRING(${form})`];
    expect(await unset(job)).toEqual([`4 ${form} ring`]);
    const value = form.includes('upper') ? 'LABRING' : 'LabRing';
    expect(await commands(job, { symbols: { ring: 'LabRing' } })).toEqual([`S:4 RACDCERT ID(ELM) DELRING(${value})`]);
  });
  it('square brackets count where no value can stand, and in quotes with a value', async () => {
    const job = [...TSO, " RACDCERT ID([user]) DELETE(LABEL('[label]'))"];
    expect(await unset(job)).toEqual(['4 [user] user']);
    expect(await commands(job, { symbols: { user: 'ELM', label: 'One' } })).toEqual([
      "S:4 RACDCERT ID(ELM) DELETE(LABEL('One'))",
    ]);
  });
  it('each with its own line; those in comments do not count', async () => {
    const job = [...TSO, ' /* <none> */ X +', '  A(<one>) /* {none} */ -', "  B('<two words>')"];
    expect(await unset(job)).toEqual(['5 <one> one', '6 <two words> two_words']);
  });
  it('are filled in before columns count', async () => {
    const long = "{{ 'a name that is far too long for its column' | default(x) }}";
    expect(
      await unset([...TSO, ` RACDCERT ID(${'{{ the_owner_of_the_certificate_in_question_here_and_now_in_full }}'})`]),
    ).toEqual([
      '4 {{ the_owner_of_the_certificate_in_question_here_and_now_in_full }} the_owner_of_the_certificate_in_question_here_and_now_in_full',
    ]);
    const job = [...TSO, ` RACDCERT ID(${long.replace(/'[^']*'/, 'owner')}) LISTRING({{ ring_of_this_server }})`];
    expect(job[3]?.length).toBeGreaterThan(72);
    const symbols = { owner: 'ELM', ring_of_this_server: 'Ring', x: 'Y' };
    expect(await commands(job, { symbols })).toEqual(['S:4 RACDCERT ID(ELM) LISTRING(Ring)']);
  });
  it('of other programs do not count', async () => {
    expect(await unset(['//S EXEC PGM=OTHER', '//SYSTSIN DD *', ' <one>'])).toEqual([]);
    expect(await unset(['// IF (1 = 2) THEN', ...TSO.slice(1), ' <one>', '// ENDIF'])).toEqual([]);
    expect(await unset(['//D EXEC PGM=IDCAMS', '//SYSIN DD *', " DELETE '<one>'"])).toEqual(['3 <one> one']);
  });
  it('of a data set are known only when it is read: the command is not run', async () => {
    const dataSets = { 'ELM.CMDS': ' ONE\n TWO <a>,{b}\n THREE' };
    const job = [...TSO.slice(0, 2), '//SYSTSIN DD DSN=ELM.CMDS,DISP=SHR'];
    expect(await run(job, {}, { dataSets, symbols: { b: 'B' } })).toMatchObject({
      commands: ['ONE', 'THREE'],
      problems: ['2: no value for <a>: the command is not run'],
      steps: ['S=12'],
    });
    expect((await run(job, {}, { dataSets, symbols: { a: 'A', b: 'B' } })).commands).toEqual([
      'ONE',
      'TWO A,B',
      'THREE',
    ]);
  });
  it('a value is not looked through again', async () => {
    expect(await commands([...TSO, ' X(<b>)'], { symbols: { b: '<b>' } })).toEqual(['S:4 X(<b>)']);
  });
});

describe('in statements', () => {
  it('are filled in wherever they stand', async () => {
    const job = [
      '//{{ job }} JOB (<account>),<your name>',
      '// SET USER={{ user }}',
      "//S EXEC PGM={{ program }},PARM='X <label>'",
      '//SYSTSIN DD DSN={{ hlq }}.CMDS,DISP=SHR',
    ];
    const symbols = { job: 'ELM', user: 'ELMER', program: 'IKJEFT01', label: 'One', hlq: 'ELM' };
    expect(await run(job, {}, { symbols, dataSets: { 'ELM.CMDS': ' Y' } })).toMatchObject({
      commands: ['X One', 'Y'],
      problems: [],
      steps: ['S=0'],
    });
    expect(await unset(job)).toEqual(['2 {{ user }} user', '3 {{ program }} program']);
    expect(await unset(job, { user: 'ELMER', program: 'IKJEFT01' })).toEqual(['3 <label> label', '4 {{ hlq }} hlq']);
  });
  it('in symbols, names of members and conditions', async () => {
    const job = [
      '// INCLUDE MEMBER=<member>',
      '//A EXEC <proc>,RING={{ ring }}',
      '// IF (<x> = 1 & {y} = 2) THEN',
      '// ENDIF',
    ];
    expect(await unset(job)).toEqual(['1 <member> member', '2 <proc> proc', '2 {{ ring }} ring', '3 {y} y']);
  });
  it('in what a call says of the steps of a procedure', async () => {
    const procedure = ['//ELM PROC', '//S EXEC PGM=IKJEFT01', '//T EXEC PGM=OTHER', '// PEND'];
    expect(await unset([...procedure, "//A EXEC ELM,PARM.S='X <one>',PARM.T='<two>',COND.S=(<three>,LT)"])).toEqual([
      '5 <three> three',
      '5 <one> one',
    ]);
  });
  it('a value that is too long for the statement is not cut off', async () => {
    const job = ['//S EXEC PGM=IKJEFT01', '//SYSTSIN DD DISP=SHR,DSN=<hlq>.CMDS'];
    const symbols = { hlq: 'ELM.VERY.LONG.NAME.OF.A.LIBRARY.WITH.MANY.PARTS' };
    expect((await run(job, {}, { symbols })).problems).toEqual(['2: the operands go on behind column 71']);
  });
});
