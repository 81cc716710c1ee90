import { describe, expect, it } from 'vitest';
import { RingtoolError } from '../../../src/core/errors.ts';
import { jcl } from '../../../src/jobs/jcl/jcl.ts';
import { drive, scene } from '../drive.ts';
import { commands, run } from './job.ts';

const TSO = '//S EXEC PGM=IKJEFT01';

describe('SYSTSIN', () => {
  it('from a data set, a member, and several together', async () => {
    const dataSets = { 'ELM.CMDS': ' ONE +\n  MORE\n TWO\n', 'ELM.LIB(MEM)': ' THREE\n' };
    const job = [
      TSO,
      '//SYSTSIN DD DSN=ELM.CMDS,DISP=SHR',
      "//  DD DSNAME='ELM.LIB(MEM)',DISP=SHR",
      '//  DD *',
      ' FOUR',
    ];
    const done = await run(job, {}, { dataSets });
    expect(done.commands).toEqual(['ONE MORE', 'TWO', 'THREE', 'FOUR']);
    expect(done.events[1]).toMatchObject({ command: { file: 'ELM.CMDS', line: 3, step: 'S' } });
    expect(done.events[3]).toMatchObject({ command: { file: 'elm.jcl', line: 5 } });
  });
  it('forward to a DD that comes later; the others are not selected', async () => {
    const job = [
      '// SET PRODUCT=RACF',
      TSO,
      '//SYSTSIN DD DDNAME=&PRODUCT',
      '//ACF2 DD *',
      ' ACF',
      '//RACF DD *',
      ' RACDCERT LIST',
      '//TSS DD *',
      ' TSS LIST',
    ];
    const done = await run(job);
    expect(done.commands).toEqual(['RACDCERT LIST']);
    expect(done.hints).toEqual([
      '4: //ACF2 DD is not selected: SYSTSIN takes RACF',
      '8: //TSS DD is not selected: SYSTSIN takes RACF',
    ]);
  });
  it('forward to a DD that only other steps have: nothing is read, as for a step of another product', async () => {
    const selected = ['//SYSTSIN DD DDNAME=&PRODUCT'];
    const job = ['// SET PRODUCT=RACF', TSO, ...selected, '//RACF DD *', ' RACDCERT LIST'];
    const done = await run([
      ...job,
      '//T EXEC PGM=IKJEFT01',
      ...selected,
      '//ACF2 DD *',
      ' ACF',
      '//U EXEC PGM=IEFBR14',
    ]);
    expect(done).toMatchObject({ commands: ['RACDCERT LIST'], problems: [], steps: ['S=0', 'T=0', 'U=0'] });
    expect(done.hints).toEqual([
      '7: //SYSTSIN DD DDNAME=RACF: only other steps have a DD of this name; nothing is read here',
      '8: //ACF2 DD is not selected: SYSTSIN takes RACF',
    ]);
  });
  it.each([
    ['a DD that never comes', ['//SYSTSIN DD DDNAME=RACF'], '2: //SYSTSIN DD DDNAME=RACF: no DD RACF comes in step S'],
    [
      'one that leads back',
      ['//SYSTSIN DD DDNAME=A', '//A DD DDNAME=SYSTSIN'],
      '3: //A DD DDNAME=SYSTSIN comes to a DD that is taken already',
    ],
    ['a data set that is not there', ['//SYSTSIN DD DSN=A.B,DISP=SHR'], '2: //SYSTSIN DD: there is no data set A.B'],
    ['a temporary one', ['//SYSTSIN DD DSN=&&T,DISP=OLD'], '2: //SYSTSIN DD: there is no data set &&T'],
    ['no name', ["//SYSTSIN DD DSN='../X'"], '2: //SYSTSIN DD: DSN=../X is not the name of a data set'],
    [
      'an empty qualifier',
      ['//SYSTSIN DD DSN=A..B,DISP=SHR'],
      '2: //SYSTSIN DD: DSN=A..B is not the name of a data set',
    ],
    [
      'small letters',
      ['//SYSTSIN DD DSN=lab.cntl(cmds)'],
      '2: //SYSTSIN DD: DSN=lab.cntl(cmds) is not in capital letters, as z/OS has names',
    ],
    ['a reference to nothing', ['//SYSTSIN DD DSN=*.NO.DD'], '2: //SYSTSIN DD: no earlier DD is *.NO.DD'],
  ])('%s is a problem: the step is left out and counts as 12', async (_name, lines, problem) => {
    const after = ['//T EXEC PGM=IKJEFT01,COND=(8,LT)', '//SYSTSIN DD *', ' X'];
    const done = await run([TSO, ...lines, ...after]);
    expect(done).toMatchObject({ problems: [problem], commands: [], skipped: ['X'], steps: ['S=12', 'T=-'] });
  });
  it('bytes that are no text are a problem', async () => {
    const place = scene();
    place.dataSets.set('A.B', new Uint8Array([0xff, 0x00]));
    const done = await drive(await jcl.read(`${TSO}\n//SYSTSIN DD DSN=A.B`, 'elm.jcl', place, []));
    expect(done.problems).toEqual(['2: //SYSTSIN DD: A.B is not text in ASCII or UTF-8']);
  });
  it('what is said of a line comes when its command’s turn comes', async () => {
    const job = [
      TSO,
      '//SYSTSIN DD *',
      ' ONE',
      ` TWO${' '.repeat(70)}x y`,
      ' THREE +',
      '',
      ' FOUR',
      '   (OPERAND)',
      ' FIVE',
    ];
    const { events } = await run(job);
    expect(
      events.map((event) =>
        event.kind === 'command' ? event.command.text.trim() : event.kind === 'hint' ? event.remark.line : event.kind,
      ),
    ).toEqual(['ONE', 4, 'TWO', 6, 'THREE', 'problem', 'FIVE', 'step']);
  });
  it('a command that is too long is a problem in its turn, and ends IKJEFT1A', async () => {
    const long = [' ONE', ...Array.from({ length: 600 }, () => ` ${'X'.repeat(69)} +`), ' TWO', ' THREE'];
    const done = await run([TSO, '//SYSTSIN DD *', ...long]);
    expect(done.events.map(({ kind }) => kind)).toEqual(['command', 'problem', 'command', 'step']);
    expect(done).toMatchObject({ commands: ['ONE', 'THREE'], steps: ['S=12'] });
    const ended = await run([TSO.replace('01', '1A'), '//SYSTSIN DD *', ...long]);
    expect(ended).toMatchObject({ commands: ['ONE'], skipped: ['THREE'], steps: ['S=12'] });
  });
  it('generation data groups are not emulated', async () => {
    expect((await run([TSO, '//SYSTSIN DD DSN=A.B(0),DISP=SHR'])).notEmulated).toEqual([
      '2: //SYSTSIN DD: generation data groups are not emulated',
    ]);
  });
});

describe('IEBGENER', () => {
  const copy = (...dds: string[]) => ['//C EXEC PGM=IEBGENER', '//SYSPRINT DD SYSOUT=*', '//SYSIN DD DUMMY', ...dds];
  const certificate = ['//SYSUT1 DD *', '-----BEGIN CERTIFICATE-----', `${'M'.repeat(64)}  `, '/*'];

  async function written(lines: readonly string[], dataSets: Readonly<Record<string, string>> = {}) {
    const place = scene({ dataSets });
    const done = await drive(await jcl.read(lines.join('\n'), 'elm.jcl', place, []), {}, place.dataSets);
    return {
      ...done,
      dataSets: Object.fromEntries([...place.dataSets].map(([n, b]) => [n, Buffer.from(b).toString()])),
    };
  }

  it('makes a data set of in-stream data, which later steps see', async () => {
    const text = `-----BEGIN CERTIFICATE-----\n${'M'.repeat(64)}\n`;
    const done = await written(copy(...certificate, '//SYSUT2 DD DSN=ELM.CERT,DISP=(NEW,CATLG)'));
    expect(done).toMatchObject({ dataSets: { 'ELM.CERT': text }, problems: [], steps: ['C=0'] });
    expect(done.events[0]).toMatchObject({ kind: 'data-set', name: 'ELM.CERT', at: { file: 'elm.jcl', line: 8 } });
  });
  it('columns 73 to 80 are data to it', async () => {
    const line = `${'A'.padEnd(72)}BBBBBBBB`;
    const done = await written(copy('//SYSUT1 DD *', line, '//SYSUT2 DD DSN=A.B,DISP=(,CATLG)'));
    expect(done.dataSets).toEqual({ 'A.B': `${line}\n` });
  });
  it('copies a data set, byte by byte, and adds to one', async () => {
    const old = { 'A.B': 'one', 'A.C': 'two' };
    const target = (disp: string) => copy('//SYSUT1 DD DSN=A.B,DISP=SHR', `//SYSUT2 DD DSN=A.C,DISP=${disp}`);
    expect((await written(target('OLD'), old)).dataSets).toEqual({ 'A.B': 'one', 'A.C': 'one' });
    expect((await written(target('(MOD,CATLG)'), old)).dataSets).toEqual({ 'A.B': 'one', 'A.C': 'twoone' });
    const there = await written(target('(NEW,CATLG)'), old);
    expect(there.problems).toEqual(['5: //SYSUT2 DD: the data set A.C is there already, and DISP is NEW']);
    expect(there.dataSets['A.C']).toBe('two');
  });
  it('temporary data sets stay in the job', async () => {
    const temporary = copy('//SYSUT1 DD *', ' PROFILE', '/*', '//SYSUT2 DD DSN=&&CMDS,DISP=(NEW,PASS)');
    for (const name of ['&&CMDS', '*.C.SYSUT2']) {
      const done = await written([...temporary, TSO, `//SYSTSIN DD DSN=${name},DISP=OLD`]);
      expect(done).toMatchObject({ commands: ['PROFILE'], dataSets: {} });
    }
  });
  it('what is not copied is told', async () => {
    const noCatalog = await written(copy(...certificate, '//SYSUT2 DD DSN=A.B,DISP=NEW'));
    expect(noCatalog).toMatchObject({
      hints: ['8: A.B is deleted as the step ends: DISP names no CATLG'],
      dataSets: {},
    });
    expect((await written(copy(...certificate, '//SYSUT2 DD SYSOUT=*'))).notEmulated).toEqual([
      '1: //C EXEC PGM=IEBGENER: what it prints is not shown',
    ]);
    const control = ['//C EXEC PGM=IEBGENER', '//SYSIN DD *', ' GENERATE MAXFLDS=1', '/*'];
    expect((await written(control)).notEmulated).toEqual([
      '1: //C EXEC PGM=IEBGENER: its control statements are not emulated',
    ]);
    const missing = await written(copy('//SYSUT1 DD DSN=A.B,DISP=SHR', '//SYSUT2 DD DSN=A.C,DISP=(,CATLG)'));
    expect(missing).toMatchObject({ problems: ['4: //SYSUT1 DD: there is no data set A.B'], steps: ['C=12'] });
  });
  it.each([
    ['SYSUT1', copy('//SYSUT1 DD DSN=/ETC/PASSWD', '//SYSUT2 DD DSN=A.B,DISP=(,CATLG)'), 4],
    ['SYSUT2', copy('//SYSUT2 DD DSN=/ETC/PASSWD,DISP=(,CATLG)', '//SYSUT1 DD *', 'X'), 4],
    ['SYSIN', ['//C EXEC PGM=IEBGENER', '//SYSIN DD DSN=/ETC/PASSWD'], 2],
  ])('a name in %s that is none is a problem', async (dd, lines, line) => {
    expect(await written(lines)).toMatchObject({
      problems: [`${line}: //${dd} DD: DSN=/ETC/PASSWD is not the name of a data set`],
      notEmulated: [],
      dataSets: {},
      steps: ['C=12'],
    });
  });
  it('a target that cannot be read is a problem', async () => {
    const place = { ...scene(), dataSet: () => Promise.reject(new RingtoolError('file/unreadable', 'A.B is odd')) };
    const lines = copy('//SYSUT2 DD DSN=A.B,DISP=OLD', '//SYSUT1 DD *', 'X');
    const done = await drive(await jcl.read(lines.join('\n'), 'x', place, []));
    expect(done).toMatchObject({ problems: ['4: //SYSUT2 DD: A.B is odd'], steps: ['C=12'] });
  });
  it('control statements in a data set count as well', async () => {
    const lines = ['//C EXEC PGM=IEBGENER', '//SYSIN DD DSN=A.B,DISP=SHR'];
    expect((await written(lines, { 'A.B': ' GENERATE MAXFLDS=1' })).notEmulated).toEqual([
      '1: //C EXEC PGM=IEBGENER: its control statements are not emulated',
    ]);
  });
  it('a code other than 0 is the step’s', async () => {
    const job = await jcl.read(copy(...certificate, '//SYSUT2 DD DSN=A.B,DISP=(,CATLG)').join('\n'), 'x', scene(), []);
    const running = job.run();
    let next = await running.next();
    while (next.done !== true && next.value.kind !== 'data-set') next = await running.next();
    expect((await running.next({ returnCode: 8, lines: [] })).value).toEqual({
      kind: 'step',
      name: 'C',
      returnCode: 8,
    });
  });
});

describe('IEFBR14', () => {
  it('deletes what its DD statements say, where it is there', async () => {
    const job = [
      '//D EXEC PGM=IEFBR14',
      '//A DD DSN=ELM.OLD,DISP=(MOD,DELETE),SPACE=(TRK,0)',
      '//B DD DSN=ELM.NONE,DISP=(MOD,DELETE)',
      '//C DD DSN=ELM.NEW,DISP=(NEW,CATLG)',
    ];
    const done = await run(job, {}, { dataSets: { 'ELM.OLD': 'x' } });
    expect(done).toMatchObject({
      commands: ["DELETE 'ELM.OLD'"],
      hints: ['4: ELM.NEW is not made: there are no empty data sets here'],
      steps: ['D=0'],
    });
  });
  it('an old one that is not there is a problem', async () => {
    expect(await run(['//D EXEC PGM=IEFBR14', '//A DD DSN=ELM.OLD,DISP=(OLD,DELETE)'])).toMatchObject({
      problems: ['2: there is no data set ELM.OLD, and DISP is OLD'],
      steps: ['D=12'],
    });
  });
});

describe('IEFBR14 and names', () => {
  it('that are none are a problem', async () => {
    const job = ['//D EXEC PGM=IEFBR14', '//A DD DSN=../../x,DISP=(MOD,DELETE)', '//B DD DSN=A.B,DISP=(,CATLG)'];
    expect(await run(job)).toMatchObject({
      problems: ['2: //A DD: DSN=../../x is not in capital letters, as z/OS has names'],
      hints: [],
      steps: ['D=12'],
    });
  });
  it('of other kinds are named', async () => {
    expect((await run(['//D EXEC PGM=IEFBR14', '//A DD DSN=A.B(+1),DISP=(,CATLG)'])).notEmulated).toEqual([
      '2: //A DD: generation data groups are not emulated',
    ]);
  });
  it('without a value are asked for', async () => {
    const job = await jcl.read('//D EXEC PGM=IEFBR14\n//A DD DSN=&HLQ..X,DISP=(MOD,DELETE)', 'x', scene(), []);
    expect(job.unset).toMatchObject([{ line: 2, name: 'HLQ' }]);
  });
});

describe('IDCAMS', () => {
  const idcams = (...lines: string[]) => ['//D EXEC PGM=IDCAMS', '//SYSPRINT DD SYSOUT=*', '//SYSIN DD *', ...lines];
  it('deletes, one command a name', async () => {
    const done = await commands(
      idcams(" DELETE 'A.B' PURGE", ' DEL A.C', ' DELETE (A.D -', '    A.E) NONVSAM /* two */'),
    );
    expect(done).toEqual(["D:4 DELETE 'A.B'", "D:5 DELETE 'A.C'", "D:6 DELETE 'A.D'", "D:6 DELETE 'A.E'"]);
  });
  it.each([
    [[], 'D=8'],
    [[' SET MAXCC=0'], 'D=0'],
    [[' SET MAXCC = 4'], 'D=4'],
    [[' IF LASTCC = 8 THEN -', '   SET MAXCC = 0'], 'D=0'],
    [[' IF MAXCC LE 4 THEN SET MAXCC=0'], 'D=8'],
    [[' IF MAXCC > 0 THEN SET MAXCC = 0'], 'D=0'],
  ])('a DELETE that fails, then %j: %s', async (lines, step) => {
    expect((await run(idcams(' DELETE A.B', ...lines), { DELETE: 12 })).steps).toEqual([step]);
  });
  it('other commands are named', async () => {
    expect((await run(idcams(' DEFINE CLUSTER (NAME(A.B))', ' DELETE A.*'))).notEmulated).toEqual([
      '4: IDCAMS DEFINE: it is not emulated',
      '5: IDCAMS DELETE: it is not emulated',
    ]);
  });
});

describe('the code of the run', () => {
  it('is the highest of the TSO commands, and of other steps', async () => {
    const tso = [TSO, '//SYSTSIN DD *', ' ONE', ' PROFILE'];
    expect((await run(tso, { ONE: 8 })).end).toEqual({ exitCode: 8 });
    const clean = ['//D EXEC PGM=IDCAMS', '//SYSIN DD *', ' DELETE A.B', ' SET MAXCC=0', '/*'];
    expect((await run([...clean, ...tso], { DELETE: 8 })).end).toEqual({ exitCode: 0 });
    expect((await run(clean.slice(0, 3), { DELETE: 8 })).end).toEqual({ exitCode: 8 });
  });
});

it('what is planned is what runs', async () => {
  const lines = ["//S EXEC PGM=IKJEFT1A,PARM='ONE'", '//SYSTSIN DD *', ' TWO', ' THREE', '/*', '//D EXEC PGM=IDCAMS'];
  const job = await jcl.read([...lines, '//SYSIN DD *', ' DELETE A.B'].join('\n'), 'elm.jcl', scene(), []);
  const { events } = await drive(job, { TWO: 8 });
  const met = events.flatMap((event) => (event.kind === 'command' || event.kind === 'skipped' ? [event.command] : []));
  expect(met).toHaveLength(4);
  for (const [index, command] of (job.planned ?? []).entries()) expect(met[index]).toBe(command);
});
