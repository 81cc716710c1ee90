/** Jobs run by the built program: libraries, members, templates, names. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../peers.ts';
import { onStore, type Ran } from './program.ts';

const folder = temporaryFolder();
const dataSets = join(folder, 'data-sets');
const procedures = join(folder, 'procs');
const lab = onStore(join(folder, 'store'));

beforeAll(() => {
  mkdirSync(join(dataSets, 'LAB.PROCLIB'), { recursive: true });
  mkdirSync(procedures);
  const procedure = (name: string, ring: string) =>
    `//${name} PROC\n//P1 EXEC PGM=IKJEFT01\n//SYSTSIN DD *\n RACDCERT ID(LABSRV) ADDRING(${ring})\n/*\n// PEND\n`;
  writeFileSync(join(dataSets, 'LAB.PROCLIB', 'RACPROC'), procedure('RACPROC', 'FromLibrary'));
  writeFileSync(join(dataSets, 'LAB.CNTL(CMDS)'), ' RACDCERT ID(LABSRV) ADDRING(FromMember)\n');
  writeFileSync(join(procedures, 'other.jcl'), procedure('OTHER', 'FromFolder'));
  writeFileSync(join(folder, 'outside'), procedure('LINK', 'FromOutside'));
  symlinkSync('../outside', join(procedures, 'LINK'));
});

function run(name: string, lines: readonly string[], ...options: readonly string[]): Ran {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return lab(['run', path, '--datasets', dataSets, '--proclib', procedures, ...options]);
}

const rings = (): string => lab(['racdcert', 'ID(LABSRV) LISTRING(*)']).out;

it('procedures come from JCLLIB, then from the folders; one that is nowhere is named, and the job goes on', () => {
  const job = [
    '//ELM JOB',
    '// JCLLIB ORDER=(NO.LIB,LAB.PROCLIB)',
    '//A EXEC RACPROC',
    '//B EXEC OTHER',
    '//C EXEC NONE',
  ];
  const ran = run('libraries.jcl', [...job, '//D EXEC PGM=IKJEFT01', '//SYSTSIN DD DSN=LAB.CNTL(CMDS),DISP=SHR']);
  expect(ran.code).toBe(0);
  expect(ran.err).toContain('libraries.jcl:5: not emulated: //C EXEC (there is no procedure NONE in the job,');
  expect(rings()).toMatch(/FromLibrary[\s\S]*FromFolder[\s\S]*FromMember/);
});

it('IEBGENER copies a member', () => {
  const job = [
    '//G EXEC PGM=IEBGENER',
    '//SYSUT1 DD DSN=LAB.CNTL(CMDS),DISP=SHR',
    '//SYSUT2 DD DSN=LAB.COPY,DISP=(,CATLG)',
  ];
  expect(run('copy.jcl', job).code).toBe(0);
  expect(readFileSync(join(dataSets, 'LAB.COPY'), 'utf8')).toBe(' RACDCERT ID(LABSRV) ADDRING(FromMember)\n');
});

describe('placeholders', () => {
  const job = [
    '//S EXEC PGM=IKJEFT01',
    '//SYSTSIN DD *',
    ' RACDCERT ID(LABSRV) ADDRING({{ ring }})',
    " PROFILE '<label>' [x]",
  ];
  it('that are left keep a job from running', () => {
    const ran = run('left.jcl', job, '--set', 'label=One');
    expect(ran).toMatchObject({ code: 8, out: '' });
    expect(ran.err).toMatch(/no value for \{\{ ring \}\} \(.*left\.jcl:3\), \[x\] \(.*left\.jcl:4\)/);
    expect(ran.err).toContain('nothing was run');
  });
  it('are filled in', () => {
    expect(run('filled.jcl', job.slice(0, 3), '--set', 'ring=FromTemplate').code).toBe(0);
    expect(rings()).toContain('FromTemplate');
  });
});

describe('is a problem by file and line', () => {
  const mkfifo = spawnSync('mkfifo', [join(folder, 'pipe')]).status === 0;
  it('a member that is none', () => {
    const ran = run('link.jcl', ['//ELM JOB', '//A EXEC LINK', '// INCLUDE MEMBER=LINK']);
    expect(ran.code).toBe(12);
    expect(ran.err).toMatch(
      /link\.jcl:2: the member LINK cannot be taken: .*LINK is a link that leads out of its folder/,
    );
    expect(ran.err).toMatch(/link\.jcl:3: the member LINK cannot be taken: /);
  });
  it.runIf(mkfifo)('a member that is a pipe', () => {
    const odd = join(folder, 'odd');
    mkdirSync(odd);
    spawnSync('mkfifo', [join(odd, 'PIPE')]);
    const ran = run('pipe.jcl', ['//ELM JOB', '//A EXEC PIPE'], '--proclib', odd);
    expect(ran.code).toBe(12);
    expect(ran.err).toMatch(/pipe\.jcl:2: the member PIPE cannot be taken: .*PIPE is not a regular file/);
  });
  it.each(["'../../x'", 'A..B', "'/etc/passwd'", 'lab.cntl(cmds)'])('DSN=%s', (name) => {
    const ran = run('name.jcl', ['//ELM JOB', '//S EXEC PGM=IKJEFT01', `//SYSTSIN DD DISP=SHR,DSN=${name}`]);
    expect(ran.code).toBe(12);
    expect(ran.err).toContain(`name.jcl:3: //SYSTSIN DD: DSN=${name.replaceAll("'", '')} is not`);
  });
});

it('a text in EBCDIC is refused as one', () => {
  const path = join(folder, 'ebcdic.jcl');
  writeFileSync(path, Buffer.from('6161c5d3d440d1d6c2256161e240c5e7c5c340d7c7d47ec9d2d1c5c6e3f0f125', 'hex'));
  const ran = lab(['run', path]);
  expect(ran).toMatchObject({ code: 8, out: '' });
  expect(ran.err).toContain('ebcdic.jcl is not a text file in ASCII or UTF-8');
});

it('what is passed over is named where it stands, each time', () => {
  const ran = run('execs.jcl', [
    '//S EXEC PGM=IKJEFT01',
    '//SYSTSIN DD *',
    ' %RENEW WEBSRV',
    ' PROFILE',
    ' %RENEW MQSRV',
  ]);
  expect(ran.code).toBe(0);
  expect(ran.err.match(/execs\.jcl:\d+: not emulated: %RENEW/g)).toHaveLength(2);
});
