import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RingtoolError } from '../../../src/core/errors.ts';
import { jcl } from '../../../src/jobs/jcl/jcl.ts';
import { drive, scene } from '../drive.ts';
import { commands, read, run } from './job.ts';

const TSO = ['//P1 EXEC PGM=IKJEFT01', '//SYSTSIN DD *,SYMBOLS=JCLONLY'];
const EXPORT = '// EXPORT SYMLIST=*';

describe('in the stream', () => {
  const procedure = ['//ELM PROC USER=ONE,LABEL=', ...TSO, ' X &USER &LABEL', '/*', '// PEND'];
  it('is run where it is called, with what EXEC says and else the defaults', async () => {
    const calls = ['//A EXEC ELM', "//B EXEC PROC=ELM,USER=TWO,LABEL='Elm CA'"];
    expect(await commands([EXPORT, ...procedure, ...calls])).toEqual(['A.P1:5 X ONE', 'B.P1:5 X TWO Elm CA']);
  });
  it('that is not called is hinted at', async () => {
    expect(await run(procedure)).toMatchObject({ commands: [], hints: ['1: the procedure ELM is not called'] });
  });
  it('holds data that look like its end', async () => {
    const tricky = ['//ELM PROC', '//P1 EXEC PGM=IKJEFT01', '//SYSTSIN DD DATA,DLM=$$', '// PEND', '$$', '// PEND'];
    expect((await run([...tricky, '//A EXEC ELM'])).commands).toEqual(['// PEND']);
  });
  it('without PEND keeps a job from running; in a file of its own it is started', async () => {
    const open = procedure.slice(0, -1);
    expect((await run(['//J JOB', ...open])).problems).toEqual(['2: the procedure ELM has no PEND']);
    const started = await run(open, {}, { symbols: { USER: 'GIVEN', LABEL: 'L' } });
    expect(started).toMatchObject({
      commands: ['X GIVEN L'],
      hints: ['1: the procedure ELM is run as the START command would'],
      steps: ['P1=0'],
    });
  });
  it('its steps are asked for by both names; in itself by one', async () => {
    const inner = [
      '//ELM PROC',
      ...TSO,
      ' X',
      '/*',
      '// IF (P1.RC = 4) THEN',
      '//P2 EXEC PGM=IKJEFT01',
      '//SYSTSIN DD *',
    ];
    const job = [...inner, ' Y', '/*', '// ENDIF', '// PEND', '//A EXEC ELM', '// IF (A.P2.RC = 0) THEN'];
    const after = ['//B EXEC PGM=IKJEFT01,COND=(0,EQ,A.P1)', '//SYSTSIN DD *', ' Z', '/*', '// ENDIF'];
    expect(await run([...job, ...after], { X: 4 })).toMatchObject({ commands: ['X', 'Y', 'Z'], problems: [] });
    expect((await run([...job, ...after])).commands).toEqual(['X']);
  });
  it('an IF that it leaves open is an error', async () => {
    const job = ['//ELM PROC', '// IF (RC = 0) THEN', '// PEND', '//A EXEC ELM', '// ENDIF'];
    expect((await run(job)).problems).toEqual(['2: the IF statement has no ENDIF', '5: ENDIF without IF']);
  });
});

describe('symbols', () => {
  it('of EXEC and PROC end with the procedure; a SET goes on, unless they had assigned it', async () => {
    const show = (name: string) => [`//${name} EXEC PGM=IKJEFT01`, '//SYSTSIN DD *,SYMBOLS=JCLONLY', ' &A &B &C', '/*'];
    const procedure = ['//ELM PROC A=234,C=GHI', '// SET B=SET,C=SET', ...show('P1'), '// PEND'];
    const job = [EXPORT, '// SET A=123,B=456,C=0', ...procedure, '//X EXEC ELM,A=', ...show('LAST')];
    // z/OS MVS JCL Reference, "Using symbols in nested procedures", rules 2 to 5.
    expect((await run(job)).commands).toEqual(['SET SET', '123 SET 0']);
  });
  it('go down into procedures that assign nothing', async () => {
    const inner = ['//IN PROC', ...TSO, ' &PVAL', '/*', '// PEND'];
    const outer = ['//OUT PROC', '//S EXEC IN', '// PEND'];
    expect((await run([EXPORT, ...inner, ...outer, '//RUN EXEC OUT,PVAL=EXEC0'])).commands).toEqual(['EXEC0']);
  });
});

describe('DD statements behind the call', () => {
  const procedure = ['//ELM PROC', '//P1 EXEC PGM=IKJEFT01', '//SYSTSIN DD *', ' OLD', '/*'];
  const second = ['//P2 EXEC PGM=IKJEFT01', '//SYSTSIN DD DDNAME=INPUT', '// PEND'];
  it('replace those of the step, or are added to it', async () => {
    const job = [
      ...procedure,
      ...second,
      '//A EXEC ELM',
      '//P1.SYSTSIN DD *',
      ' NEW',
      '/*',
      '//P2.INPUT DD *',
      ' ADDED',
    ];
    expect(await commands(job)).toEqual(['A.P1:11 NEW', 'A.P2:14 ADDED']);
  });
  it('without a step belong to the one before, else to the first', async () => {
    const job = [...procedure, ...second, '//A EXEC ELM', '//SYSTSIN DD *', ' NEW', '/*', '//P2.X DD DUMMY'];
    expect((await run([...job, '//INPUT DD *', ' ADDED'])).commands).toEqual(['NEW', 'ADDED']);
  });
  it('without a place of the data leave these as they are', async () => {
    const job = [...procedure, '// PEND', '//A EXEC ELM', '//P1.SYSTSIN DD DCB=BLKSIZE=80', '// DD *', ' MORE'];
    expect((await run(job)).commands).toEqual(['OLD', 'MORE']);
  });
  it('for a step that is not there keep the job from running', async () => {
    const job = [...procedure, '// PEND', '//A EXEC ELM', '//NO.SYSTSIN DD DUMMY'];
    expect((await run(job)).problems).toEqual(['7: //NO.SYSTSIN DD: the procedure ELM has no step NO']);
  });
  it('PARM and COND, for one step and for all', async () => {
    const job = [...procedure, ...second];
    const done = await run([...job, "//A EXEC ELM,PARM='FIRST',COND.P2=(0,EQ)", '//P2.INPUT DD *', ' X'], { OLD: 4 });
    expect(done.commands).toEqual(['FIRST', 'OLD', 'X']);
    expect((await run([...job, '//A EXEC ELM,COND=ONLY', '//P2.INPUT DD *', ' X'])).skipped).toEqual(['OLD', 'X']);
    expect((await run([...job, '//A EXEC ELM,PARM.NO=X'])).problems[0]).toBe(
      '9: PARM.NO: the procedure ELM has no step NO',
    );
  });
});

describe('from libraries', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ringtool-proclib-'));
    mkdirSync(join(folder, 'second'));
    writeFileSync(join(folder, 'elmproc.jcl'), ['//ELMPROC PROC', ...TSO, ' FROM FOLDER', '/*', '// PEND'].join('\n'));
    writeFileSync(join(folder, 'SELF'), '//SELF PROC\n//S EXEC SELF\n');
    writeFileSync(join(folder, 'SETS'), '// SET A=INCLUDED\n');
    writeFileSync(join(folder, 'AGAIN'), '// INCLUDE MEMBER=AGAIN\n');
    writeFileSync(join(folder, 'BINARY'), Buffer.from([0xff, 0xfe, 0x00]));
    for (const [name, inner] of [
      ['L1', 'L2'],
      ['L2', 'L3'],
      ['L3', 'L4'],
      ['L4', 'L5'],
      ['L5', 'L6'],
      ['L6', 'L7'],
    ]) {
      writeFileSync(join(folder, name ?? ''), `//${name} PROC\n${`//S EXEC ${inner}\n`.repeat(30)}`);
    }
    writeFileSync(join(folder, 'L7'), '//L7 PROC\n//S EXEC PGM=IEFBR14\n');
    for (let n = 1; n <= 16; n++) {
      writeFileSync(join(folder, `D${n}`), `//D${n} PROC\n//S EXEC D${n + 1}\n`);
    }
    writeFileSync(join(folder, 'second', 'ELMPROC'), '//ELMPROC PROC\n');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const at = () => ({ procedureFolders: [folder, join(folder, 'second')] });

  it('a folder: by member name, in any case, with its own file and lines', async () => {
    const done = await run(['//A EXEC ELMPROC'], {}, at());
    expect(done.events).toMatchObject([
      { kind: 'command', command: { text: ' FROM FOLDER', file: join(folder, 'elmproc.jcl'), line: 4, step: 'A.P1' } },
      { kind: 'step', name: 'A.P1', returnCode: 0 },
    ]);
  });
  it('JCLLIB comes before the folders, the job itself before both', async () => {
    const dataSets = { 'ELM.LIB(ELMPROC)': ['//ELMPROC PROC', ...TSO, ' FROM LIBRARY'].join('\n') };
    const order = '// JCLLIB ORDER=(NO.SUCH,ELM.LIB)';
    const done = await run([order, '//A EXEC ELMPROC'], {}, { ...at(), dataSets });
    expect(done.events[0]).toMatchObject({ command: { text: ' FROM LIBRARY', file: 'ELM.LIB(ELMPROC)', line: 4 } });
    const own = ['//ELMPROC PROC', ...TSO, ' FROM JOB', '/*', '// PEND'];
    expect((await run([order, ...own, '//A EXEC ELMPROC'], {}, { ...at(), dataSets })).commands).toEqual(['FROM JOB']);
  });
  it('INCLUDE stands for its lines', async () => {
    const job = [EXPORT, '// INCLUDE MEMBER=SETS', ...TSO, ' &A'];
    expect((await run(job, {}, at())).commands).toEqual(['INCLUDED']);
    expect((await run(['// INCLUDE MEMBER=NO'], {}, at())).notEmulated).toEqual([
      '1: // INCLUDE: there is no member NO in JCLLIB or in the folders of procedures',
    ]);
  });
  it('INCLUDE may bring the DD statements of a step', async () => {
    const dataSets = { 'ELM.LIB(INPUT)': '//SYSTSIN DD *\n X\n/*\n' };
    const job = ['// JCLLIB ORDER=ELM.LIB', '//A EXEC PGM=IKJEFT01', '// INCLUDE MEMBER=INPUT', '//  DD *', ' Y'];
    expect((await run(job, {}, { dataSets })).commands).toEqual(['X', 'Y']);
  });
  it('what calls itself keeps the job from running', async () => {
    const self = await run(['//A EXEC SELF', '//B EXEC PGM=IKJEFT01', '//SYSTSIN DD *', ' X'], {}, at());
    expect(self.problems).toEqual(['2: SELF calls itself: SELF > SELF']);
    expect(self.commands).toEqual([]);
    expect((await run(['// INCLUDE MEMBER=AGAIN'], {}, at())).problems).toEqual([
      '1: INCLUDE AGAIN calls itself: INCLUDE AGAIN > INCLUDE AGAIN',
    ]);
  });
  it('what calls itself hides no other error, however often it is called', async () => {
    const calls = Array.from({ length: 60 }, (_, n) => `//A${n} EXEC SELF`);
    const done = await run([...calls, '//B EXEC PGM=X,COND=(0,EQ,A1.S)', '// FOO', '// ENDIF'], {}, at());
    expect(done.problems).toEqual([
      '2: SELF calls itself: SELF > SELF',
      '62: the operation FOO is not known',
      '63: ENDIF without IF',
    ]);
  });
  it('more than fifteen levels keep it too', async () => {
    expect((await run(['//A EXEC D1'], {}, at())).problems).toEqual(['2: D16 lies more than 15 levels deep']);
  });
  it('procedures that multiply meet the bound', async () => {
    await expect(read(['//A EXEC L1'], at())).rejects.toMatchObject({ code: 'core/limit' });
  });
  it('a member that cannot be taken, and a folder that is not there, keep the job from running', async () => {
    const after = ['//B EXEC PGM=IKJEFT01', '//SYSTSIN DD *', ' X'];
    expect(await run(['//A EXEC BINARY', ...after], {}, at())).toMatchObject({
      problems: [`1: the member BINARY cannot be taken: ${join(folder, 'BINARY')} is not text in ASCII or UTF-8`],
      skipped: ['X'],
    });
    const none = join(folder, 'none');
    expect((await run(['//A EXEC X', ...after], {}, { procedureFolders: [none] })).problems).toEqual([
      `1: the member X cannot be taken: the folder of procedures ${none} cannot be read`,
    ]);
  });
  it('a library that cannot be read is one as well', async () => {
    const place = scene({ dataSets: {} });
    const broken = { ...place, dataSet: () => Promise.reject(new RingtoolError('file/unreadable', 'no library')) };
    const job = await jcl.read('// JCLLIB ORDER=ELM.LIB\n//A EXEC X\n// INCLUDE MEMBER=Y', 'elm.jcl', broken, []);
    expect((await drive(job)).problems).toEqual([
      '3: the member Y cannot be taken: no library',
      '2: the member X cannot be taken: no library',
    ]);
  });
  it('names in JCLLIB that are none are errors', async () => {
    expect((await run(['// JCLLIB ORDER=(../X,elm.lib,ELM.LIB)', '//A EXEC ../X'])).problems).toEqual([
      '1: JCLLIB: ../X is not the name of a data set',
      '1: JCLLIB: elm.lib is not the name of a data set',
    ]);
    expect((await read(['// JCLLIB ORDER=(&HLQ..LIB)'])).unset).toMatchObject([{ line: 1, name: 'HLQ' }]);
  });
  it('only a regular file of the folder is taken', async () => {
    const odd = join(folder, 'odd');
    mkdirSync(join(odd, 'FOLDER'), { recursive: true });
    writeFileSync(join(odd, 'REAL'), ['//REAL PROC', ...TSO, ' FROM LINK'].join('\n'));
    symlinkSync('REAL', join(odd, 'INSIDE'));
    symlinkSync(join(folder, 'elmproc.jcl'), join(odd, 'OUTSIDE'));
    symlinkSync('/dev/zero', join(odd, 'DEVICE'));
    symlinkSync('CIRCLE', join(odd, 'CIRCLE'));
    const pipe = spawnSync('mkfifo', [join(odd, 'PIPE')]).status === 0;
    const why = async (name: string) => {
      const done = await run(['//J JOB', `//A EXEC ${name}`], {}, { procedureFolders: [odd] });
      return [...done.commands, ...done.problems.map((text) => text.replace(`${odd}/`, ''))];
    };
    const refused = (name: string, reason: string) => [`2: the member ${name} cannot be taken: ${name} ${reason}`];
    expect(await why('INSIDE')).toEqual(['FROM LINK']);
    expect(await why('OUTSIDE')).toEqual(refused('OUTSIDE', 'is a link that leads out of its folder'));
    expect(await why('DEVICE')).toEqual(refused('DEVICE', 'is a link that leads out of its folder'));
    expect(await why('FOLDER')).toEqual(refused('FOLDER', 'is not a regular file'));
    expect(await why('CIRCLE')).toEqual(refused('CIRCLE', 'cannot be read (ELOOP)'));
    if (pipe) expect(await why('PIPE')).toEqual(refused('PIPE', 'is not a regular file'));
  });
});
