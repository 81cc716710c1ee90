/** Scripts run by the real shell, through the built program. */
import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { onStore, PROGRAM, type Ran } from './program.ts';

const root = mkdtempSync(join(tmpdir(), 'ringtool-shell-test-'));
/** Where the program puts its private folders: nothing may be left in it. */
const temporary = join(root, 'tmp');
mkdirSync(temporary);
afterAll(() => rmSync(root, { recursive: true, force: true }));

let count = 0;
let store = '';
beforeEach(() => {
  store = join(root, `store${++count}`);
});

function file(text: string, name = 'setup.sh'): string {
  const path = join(root, `${count}-${name}`);
  writeFileSync(path, text);
  return path;
}

function run(script: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Ran {
  const ran = onStore(store)(['run', file(script), ...args], { env: { TMPDIR: temporary, ...env } });
  expect(readdirSync(temporary)).toEqual([]);
  return ran;
}

const hasBash = spawnSync('bash', ['-c', 'true']).status === 0;

describe('a script', () => {
  it.skipIf(!hasBash)('for the sh of z/OS finds what the Korn shell has', () => {
    const ran = run(
      '#!/bin/sh\nfunction ring { tsocmd "RACDCERT ID(ELM) ADDRING($1)" >/dev/null; }\n' +
        'printf "Ring1\\n" | { read -r; [[ -n $REPLY ]] && ring "$REPLY"; }\n' +
        'tsocmd "RACDCERT ID(ELM) LISTRING(Ring1)" >/dev/null && echo there\n',
    );
    expect([ran.out, ran.code]).toEqual(['there\n', 0]);
  });

  it('runs as it is, and its commands reach the store', () => {
    const ran = run(`#!/bin/sh
user=ELMSTC
tsocmd "RACDCERT ID($user) \\
  ADDRING(ElmRing)" >/dev/null
if tsocmd "RACDCERT ID($user) LISTRING(Nope)" | grep IRRD114I; then echo "as expected"; fi
tsocmd "RACDCERT ID($user) LISTRING(Nope)" >/dev/null || echo "code $?"
racdcert "ID($user) LISTRING(ElmRing)"
tso -t "PROFILE"
echo "to the other stream" >&2
`);
    expect(ran.code).toBe(0);
    const lines = ran.out.split('\n');
    expect(lines.slice(0, 7)).toEqual([
      'IRRD114I Ring Nope does not exist.',
      'as expected',
      'code 4',
      'Digital ring information for user ELMSTC:',
      '',
      '  Ring:',
      '       >ElmRing<',
    ]);
    expect(lines[lines.length - 3]).toBe('PROFILE');
    expect(ran.err).toContain('to the other stream\n');
  });

  it('has its own exit code, and 128 and the signal when it is killed', () => {
    expect(run('#!/bin/sh\ntsocmd "RACDCERT ID(ELM) ADDRING(R)"\nexit 3\n').code).toBe(3);
    expect(run('#!/bin/sh\necho x; kill -9 $$\n').code).toBe(137);
  });

  it('sees values given from outside as variables, and an empty standard input', () => {
    const ran = run('#!/bin/sh\nread line\necho "[$OWNER] [$line] $0"\n', ['--set', 'OWNER=A B']);
    expect(ran.out).toBe(`[A B] [] ${join(root, `${count}-setup.sh`)}\n`);
  });

  it('prints the command first, without its password', () => {
    const ran = run(
      `#!/bin/sh\ntsocmd "RACDCERT ID(ELM) EXPORT(LABEL('x')) DSN('A.P12') PASSWORD('very secret') FORMAT(PKCS12DER)"\n`,
    );
    expect(ran.out.split('\n')[0]).toMatch(
      /^RACDCERT ID\(ELM\) EXPORT\(LABEL\('x'\)\) DSN\('A\.P12'\) PASSWORD\(\*+\)/,
    );
    expect(ran.out + ran.err).not.toContain('very secret');
  });

  it('is rehearsed without changes, reported and stopped as any other job', () => {
    const script =
      '#!/bin/sh\ntsocmd "RACDCERT ID(ELM) ADDRING(R)"\ntsocmd "RACDCERT ID(ELM) FROB"\ntsocmd "PROFILE"\n';
    const report = join(root, 'report.jsonl');
    run(script, ['--dry-run', '--report', report, '--stop-on-error']);
    const lines = readFileSync(report, 'utf8').trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { line: number; command: string; outcome: string });
    expect(rows.map(({ line, command, outcome }) => [line, command, outcome])).toEqual([
      [2, 'RACDCERT ADDRING', 'done'],
      [3, 'RACDCERT', 'failed'],
    ]);
    expect(onStore(store)(['racdcert', 'ID(ELM) LISTRING(R)']).code).not.toBe(0);
  });

  it('may call several at once and in the background; none is lost', () => {
    const calls = Array.from({ length: 6 }, (_, n) => `tsocmd "RACDCERT ID(ELM) ADDRING(R${n})" >/dev/null &`);
    run(`#!/bin/sh\n${calls.join('\n')}\n`);
    const { out } = onStore(store)(['racdcert', 'ID(ELM) LISTRING(*)']);
    expect([...out.matchAll(/>(R\d)</g)].map(([, ring]) => ring).sort()).toEqual(['R0', 'R1', 'R2', 'R3', 'R4', 'R5']);
  });

  it('passes large output on whole', () => {
    const { out, err } = run(
      '#!/bin/sh\ni=0; while [ $i -lt 20000 ]; do echo "line $i äöü"; i=$((i+1)); done\necho end >&2\n',
    );
    expect(out.split('\n')).toHaveLength(20_001);
    expect(out.endsWith('line 19999 äöü\n')).toBe(true);
    expect(err).toBe('end\n');
  });

  it('is told that data sets are out of reach for the shell itself', () => {
    const ran = run('#!/bin/sh\n# cp "//\'A.B\'" x\necho "//\'A.B\'"\n');
    expect(ran.err).toContain(':3: hint: data sets are out of reach for commands of this shell');
  });

  it('that leaves something running is ended with it', () => {
    const ran = run('#!/bin/sh\nsleep 600 >/dev/null 2>&1 &\necho started\n');
    expect(ran).toMatchObject({ code: 0, out: 'started\n' });
    expect(ran.err).toContain('is still running and is ended');
  });

  it('is not waited for when what it left running holds its output', () => {
    const ran = run('#!/bin/sh\nsleep 600 &\n(while :; do echo on; sleep 0.1; done) &\necho started\n');
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining('started\n') });
    expect(ran.err).toContain('is still running and is ended');
  });

  it('gives other programs its bytes as they are', () => {
    const script = file("#!/bin/sh\nprintf 'a\\033[1m\\r\\n\\200\\303\\244'\n");
    const args = [PROGRAM, 'run', '--store', store, script];
    const { stdout } = spawnSync(process.execPath, args, { env: { ...process.env, TMPDIR: temporary } });
    expect(stdout.toString('latin1')).toBe('a\u001b[1m\r\n\u0080\u00c3\u00a4');
  });

  it('with a syntax error has the message of the shell', () => {
    const { code, err } = run('#!/bin/sh\nif then\n');
    expect(code).not.toBe(0);
    expect(err).toMatch(/syntax error/i);
  });

  it('ended by CR LF is given to the shell ended by LF', () => {
    const ran = run('#!/bin/sh\r\nx=a\r\necho "[$x]"\r\n');
    expect(ran.out).toBe('[a]\n');
    expect(ran.err).toContain(':1: hint: lines end in CR LF');
  });

  it('comes from standard input as well', () => {
    const ran = onStore(store)(['run', '-'], {
      input: '#!/bin/sh\ntsocmd "RACDCERT ID(ELM) ADDRING(R)" >/dev/null; echo "$?"\n',
    });
    expect(ran.out).toBe('0\n');
  });

  it.skipIf(!hasBash)('may call by full paths, run by bash', () => {
    const ran = run(
      '#!/bin/dash\n/bin/tsocmd "RACDCERT ID(ELM) ADDRING(R)" >/dev/null\nT=/bin/tsocmd\n$T "RACDCERT ID(ELM) LISTRING(Q)" >/dev/null || echo "$?"\n',
    );
    expect(ran.out).toBe('4\n');
    expect(ran.err).toMatch(
      /setup\.sh:1: hint: \S*bash runs the script: (?:only bash lets stand-ins be called by a full path|this machine has no)/,
    );
  });

  it('whose shell is missing is run by another, and that is said', () => {
    const ran = run('#!/nowhere/bin/ksh\necho hello\n');
    expect(ran.out).toBe('hello\n');
    expect(ran.err).toContain('this machine has no /nowhere/bin/ksh');
  });

  it('cannot leave the job behind by clearing its environment', () => {
    const ran = run('#!/bin/sh\nenv -i PATH="$PATH" tsocmd "RACDCERT ID(ELM) ADDRING(R)" >/dev/null; echo "$?"\n');
    expect(ran.out).toBe('0\n');
    expect(onStore(store)(['racdcert', 'ID(ELM) LISTRING(R)']).code).toBe(0);
  });
});

describe('calls', () => {
  it('of gskkyman are named and answered with 8', () => {
    const ran = run('#!/bin/sh\nprintf \'%s\\n\' 1 x | gskkyman\necho "$?"\n');
    expect(ran.out).toBe('8\n');
    expect(ran.err).toContain(':2: not emulated: gskkyman (it is not emulated by this version)');
  });

  it('of zowe issue commands and submit jobs', () => {
    const ran = run(`#!/bin/sh
zowe tso issue command "RACDCERT ID(ELM) LISTRING(Q)" --ssm; echo "$?"
zowe zos-jobs submit stdin <<END
//ELMJOB JOB
//S EXEC PGM=IKJEFT01
//SYSTSIN DD *
 RACDCERT ID(ELM) ADDRING(R)
/*
END
zowe jobs submit local-file missing.jcl || echo "submit $?"
zowe files list ds X || echo "files $?"
zowe tso issue command || echo "empty $?"
`);
    expect(ran.out).toContain('IRRD114I Ring Q does not exist.\n0\n');
    expect(ran.out).toContain('jobid:   JOB00001\nretcode: CC 0000\njobname: ELMJOB\nstatus:  OUTPUT\n');
    expect(ran.out).toContain('submit 8\nfiles 8\nempty 8\n');
    expect(onStore(store)(['racdcert', 'ID(ELM) LISTRING(R)']).code).toBe(0);
  });
});

it('a signal ends the script and this program, and leaves nothing', async () => {
  const path = file("#!/bin/sh\ntrap 'echo tidied; exit 1' INT\necho ready\nsleep 600 & wait\n");
  const child = spawn(process.execPath, [PROGRAM, 'run', '--store', store, path], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let out = '';
  const signal = await new Promise((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      if (!out.includes('ready')) child.kill('SIGINT');
      out += bytes.toString();
    });
    child.on('close', (_, by) => resolve(by));
  });
  expect(signal).toBe('SIGINT');
  expect(out).toBe('ready\ntidied\n');
  expect(readdirSync(temporary)).toEqual([]);
});

it('a script ends with this program, however that ends, and its folder with it', async () => {
  const path = file('#!/bin/sh\necho $$\nwhile :; do :; done\n');
  const child = spawn(process.execPath, [PROGRAM, 'run', '--store', store, path], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const script = await new Promise<number>((resolve) => {
    child.stdout.on('data', (bytes: Buffer) => {
      child.kill('SIGKILL');
      resolve(Number(bytes.toString()));
    });
  });
  await vi.waitFor(() => expect([isRunning(script), readdirSync(temporary)]).toEqual([false, []]), 10_000);
});

/** A process that has ended and that nobody has asked for its code is not running. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
  } catch {
    return false;
  }
  const status = `/proc/${id}/stat`;
  return !existsSync(status) || !/\) Z /.test(readFileSync(status, 'utf8'));
}

it('folders that killed runs have left are removed by the next, others are not', async () => {
  const old = new Date(Date.now() - 120_000);
  const folder = (name: string): string => {
    const path = join(temporary, name);
    mkdirSync(path);
    writeFileSync(join(path, 'script'), 'secret');
    utimesSync(path, old, old);
    return path;
  };
  const live = folder('ringtool-run-LIVE00');
  const server = createServer().listen(join(live, 'job'));
  await new Promise((resolve) => server.once('listening', resolve));
  utimesSync(live, old, old);
  const killed = createServer().listen(join(folder('ringtool-run-DEAD00'), 'job'));
  await new Promise((resolve) => killed.once('listening', resolve));
  const left = join(temporary, 'ringtool-run-DEAD01');
  renameSync(join(temporary, 'ringtool-run-DEAD00'), left);
  await new Promise((resolve) => killed.close(resolve));
  utimesSync(left, old, old);
  folder('ringtool-run-other');
  mkdirSync(join(temporary, 'ringtool-run-YOUNG0'));
  onStore(store)(['run', file('#!/bin/sh\necho x\n')], { env: { TMPDIR: temporary } });
  const kept = readdirSync(temporary);
  server.close();
  rmSync(temporary, { recursive: true });
  mkdirSync(temporary);
  expect(kept).toEqual(['ringtool-run-LIVE00', 'ringtool-run-YOUNG0', 'ringtool-run-other']);
});

it('a folder for temporary files that cannot be written is an error, not a crash', () => {
  const closed = join(root, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o500);
  if (process.getuid?.() === 0) return;
  const ran = onStore(store)(['run', file('#!/bin/sh\necho x\n')], { env: { TMPDIR: closed } });
  expect(ran.code).toBe(8);
  expect(ran.err).not.toContain('unexpected');
});
