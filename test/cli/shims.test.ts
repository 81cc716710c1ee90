/** Stand-ins installed for scripts that somebody else starts. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { PROGRAM, ringtool } from './program.ts';

const root = mkdtempSync(join(tmpdir(), "ringtool-shims-test-'"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const folder = join(root, 'bin');

it('are written once and again, and the line for the PATH is printed', () => {
  const first = ringtool(['shims', '--dir', folder]);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toBe(`export PATH='${folder.replace("'", "'\\''")}':"$PATH"\n`);
  expect(statSync(join(folder, 'tsocmd')).mode & 0o777 & ~0o022).toBe(0o755);
  expect(ringtool(['shims', '--dir', folder]).code).toBe(0);
});

it('run commands as ringtool tso does', () => {
  const script =
    'tsocmd "RACDCERT ID(ELM) ADDRING(R)" >/dev/null; racdcert "ID(ELM) LISTRING(Q)"; echo "$?"; ' +
    'zowe tso issue cmd "RACDCERT ID(ELM) LISTRING(Q)"; echo "$?"; gskkyman; echo "$?"; ' +
    'printf \'//S EXEC PGM=IKJEFT01\\n//SYSTSIN DD *\\n RACDCERT ID(ELM) DELRING(R)\\n\' | zowe jobs submit stdin; tsocmd; echo "$?"';
  const { stdout, stderr } = spawnSync('sh', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}`, RINGTOOL_STORE: join(root, 'store') },
  });
  expect(stdout).toMatch(
    /^IRRD114I Ring Q does not exist\.\n4\nIRRD114I Ring Q does not exist\.\n0\n8\n(?:IRRD175I [^\n]*\n)?8\n$/,
  );
  expect(stderr).toContain('ringtool: not emulated: gskkyman');
  expect(stderr).toContain('ringtool: tsocmd: no command is given');
});

it('print the command first', () => {
  const { stdout } = spawnSync(join(folder, 'tsocmd'), ['RACDCERT ID(ELM) LISTRING(Q)'], {
    encoding: 'utf8',
    env: { ...process.env, RINGTOOL_STORE: join(root, 'store') },
  });
  expect(stdout).toBe('RACDCERT ID(ELM) LISTRING(Q)\nIRRD114I Ring Q does not exist.\n');
});

it('never take the place of a file that is not ours without being told', () => {
  const other = join(folder, 'zowe');
  writeFileSync(other, '#!/bin/sh\necho the real one\n');
  const before = readFileSync(join(folder, 'tso'), 'utf8');
  const refused = ringtool(['shims', '--dir', folder]);
  expect(refused.code).toBe(8);
  expect(refused.err).toContain(`already there: ${other}`);
  expect(readFileSync(other, 'utf8')).toContain('the real one');
  expect(readFileSync(join(folder, 'tso'), 'utf8')).toBe(before);
  expect(ringtool(['shims', '--dir', folder, '--force']).code).toBe(0);
  expect(readFileSync(other, 'utf8')).toContain('stand-in');
});

it('as JSON, and not at all in a dry run', () => {
  const { out } = ringtool(['shims', '--dir', join(root, 'none'), '--dry-run', '--json']);
  expect(JSON.parse(out)).toMatchObject({ format: 'ringtool-shims', version: 1, folder: join(root, 'none') });
  expect(existsSync(join(root, 'none'))).toBe(false);
});

it('need a folder that can be on the PATH, and a name that is known', () => {
  expect(ringtool(['shims']).code).toBe(2);
  expect(ringtool(['shims', '--dir', `${root}/a${delimiter}b`]).code).toBe(2);
  expect(ringtool(['stand-in', 'rm', '--', 'x'])).toMatchObject({
    code: 2,
    err: 'ringtool: there is no stand-in for rm\n',
  });
});

it('say so when the job they belong to is gone, and end their process group', async () => {
  // A group of its own, for otherwise it would be that of the tests.
  const script = `while :; do "$0" "$@" >/dev/null; done`;
  const words = [process.execPath, PROGRAM, 'stand-in', 'tsocmd', '--', 'PROFILE'];
  const shell = spawn('sh', ['-c', script, ...words], {
    env: { ...process.env, RINGTOOL_JOB: join(root, 'gone') },
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  shell.stderr.on('data', (bytes: Buffer) => {
    err += bytes.toString();
  });
  const signal = await new Promise((resolve) => {
    shell.on('close', (_, by) => resolve(by));
  });
  expect(signal).toBe('SIGTERM');
  expect(err).toBe('ringtool: the job this command belongs to does not answer; the script is ended\n');
});
