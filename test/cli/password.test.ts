/** Passwords: asked for without being shown, read from files and the environment, never from arguments. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { itWith, temporaryFolder } from '../peers.ts';
import { LAB, onStore, PROGRAM, ringtool } from './program.ts';

const folder = temporaryFolder();
const lab = onStore(join(folder, 'store'));
const p12 = join(folder, 'lab.p12');

beforeAll(() => {
  expect(lab(['racdcert'], { input: LAB }).code).toBe(0);
  writeFileSync(join(folder, 'pw'), 'correct horse\r\nsecond line\n');
  expect(
    lab(['export', 'p12', '--ring', 'LABSRV/LabRing', '--out', p12, '--password-file', join(folder, 'pw')]).code,
  ).toBe(0);
});

/** Types `keys` when the question appears, on a terminal made by script(1). */
function onTerminal(keys: string): Promise<string> {
  const command = `'${process.execPath}' '${PROGRAM}' inspect '${p12}'; echo "code $?"`;
  const child = spawn('script', ['-qec', command, '/dev/null'], { env: { ...process.env, SHELL: '/bin/sh' } });
  return new Promise((resolve, reject) => {
    let screen = '';
    let typed = false;
    child.on('error', reject);
    child.stdout.on('data', (part) => {
      screen += part;
      if (!typed && screen.includes('Password of')) {
        typed = true;
        child.stdin.write(keys);
      }
    });
    child.on('close', () => resolve(screen));
  });
}

describe('on a terminal', () => {
  itWith(['script'], 'a password is not shown, and a backspace takes one character back', async () => {
    const screen = await onTerminal('correct hosr\u007f\u007frse\r');
    expect(screen).toContain('CN=lab.example.com');
    expect(screen).toContain('code 0');
    expect(screen).not.toContain('horse');
  });

  itWith(['script'], 'an interrupt ends the question', async () => {
    const screen = await onTerminal('corr\u0003');
    expect(screen).toContain('interrupted');
    expect(screen).toContain('code 8');
  });
});

describe('from a file', () => {
  it('it is the first line', () => {
    writeFileSync(join(folder, 'one'), 'correct horse');
    expect(ringtool(['inspect', p12, '--password-file', join(folder, 'one')]).code).toBe(0);
  });

  it.each([
    ['that is missing', 'none', 'there is no file'],
    ['that is far too long', 'long', 'larger than 4096 bytes'],
  ])('%s is refused', (_, name, text) => {
    writeFileSync(join(folder, 'long'), 'x'.repeat(10_000));
    const { code, err } = ringtool(['inspect', p12, '--password-file', join(folder, name)]);
    expect(code).toBe(8);
    expect(err).toContain(text);
  });
});

describe('from the environment', () => {
  it('a name that is not set is said', () => {
    const { code, err } = ringtool(['inspect', p12, '--password-env', 'NO_SUCH_NAME']);
    expect(code).toBe(8);
    expect(err).toContain('NO_SUCH_NAME');
  });

  it('and from a file at once is a wrong call', () => {
    expect(ringtool(['inspect', p12, '--password-env', 'A', '--password-file', 'b']).code).toBe(2);
  });
});
