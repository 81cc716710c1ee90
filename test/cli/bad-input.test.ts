/** What cannot be used is answered by name, quickly, with the store untouched and never a stack trace. */
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../peers.ts';
import { LAB, onStore, type Ran, ringtool } from './program.ts';

const folder = temporaryFolder();
const store = join(folder, 'store');
const lab = onStore(store);

beforeAll(() => {
  expect(lab(['racdcert'], { input: LAB }).code).toBe(0);
});

/** No stack trace, no message of Node itself. */
function expectPlain({ out, err }: Ran): void {
  expect(out + err).not.toMatch(/\n\s+at |Error:|node:internal|ENOENT|EACCES/);
}

describe('a data set', () => {
  const cases: readonly [string, string, (path: string) => void][] = [
    ['missing', 'NOT IN CATALOG', () => {}],
    ['empty', 'is empty', (path) => writeFileSync(path, '')],
    [
      'of noise',
      'IRRD104I',
      (path) => writeFileSync(path, Buffer.from(Array.from({ length: 3000 }, (_, i) => (i * 197 + 91) % 256))),
    ],
    [
      'of 100 MB',
      'larger than',
      (path) => {
        writeFileSync(path, 'x');
        truncateSync(path, 100_000_000);
      },
    ],
    ['that is no certificate', 'IRRD104I', (path) => writeFileSync(path, 'Dear diary,\n')],
    [
      'cut short',
      'IRRD104I',
      (path) => {
        lab(['export', 'pem', '--ring', 'LABSRV/LabRing', '--out', join(folder, 'cut')]);
        writeFileSync(path, readFileSync(join(folder, 'cut/lab-server.crt.pem')).subarray(0, 400));
      },
    ],
  ];
  it.each(cases)('%s is 8 with one message, and nothing is added', (name, text, make) => {
    const path = join(folder, `${name.replaceAll(' ', '-')}.bin`);
    make(path);
    const before = lab(['store', 'list']).out;
    const ran = lab(['racdcert', `ID(LABSRV) ADD('${path}') WITHLABEL('added')`]);
    expectPlain(ran);
    expect(ran.code).toBe(8);
    expect(ran.out.trim().split('\n')).toHaveLength(1);
    expect(ran.out).toContain(text);
    expect(lab(['store', 'list']).out).toBe(before);
  });
});

describe('a PKCS#12 file', () => {
  const p12 = join(folder, 'lab.p12');
  const right = join(folder, 'right.pw');
  const wrong = join(folder, 'wrong.pw');

  beforeAll(() => {
    writeFileSync(right, 'correct horse\n');
    writeFileSync(wrong, 'battery staple\n');
    expect(lab(['export', 'p12', '--ring', 'LABSRV/LabRing', '--out', p12, '--password-file', right]).code).toBe(0);
  });

  it('with a wrong password says so, in inspect and in ADD', () => {
    const inspected = ringtool(['inspect', p12, '--password-file', wrong]);
    expectPlain(inspected);
    expect(inspected.code).toBe(8);
    expect(inspected.err).toContain('password');
    const added = lab(['racdcert', `ID(OTHER) ADD('${p12}') PASSWORD('battery staple')`]);
    expectPlain(added);
    expect(added.code).toBe(8);
    expect(added.out + added.err).not.toContain('staple');
  });

  it('without a password and without a terminal names the options', () => {
    const { code, err } = ringtool(['inspect', p12]);
    expect(code).toBe(8);
    expect(err).toContain('--password-file or --password-env');
  });

  it('opens with the password from the environment', () => {
    const { code, out } = ringtool(['inspect', p12, '--password-env', 'LAB_PW'], { env: { LAB_PW: 'correct horse' } });
    expect(code).toBe(0);
    expect(out).toContain('Private key: NIST ECC 256 (prime256v1), pkcs8 (its value is not shown)');
    expect(out).toContain('Name:        Lab server');
  });
});

describe('a store', () => {
  function copy(name: string): string {
    const to = join(folder, name);
    cpSync(store, to, { recursive: true });
    return to;
  }

  it('of a newer format is named, with the way out', () => {
    const newer = copy('newer');
    const file = join(newer, 'store.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"version": *\d+/, '"version": 99'));
    const ran = onStore(newer)(['racdcert', 'ID(LABSRV) LIST']);
    expectPlain(ran);
    expect(ran).toMatchObject({ code: 12, out: '' });
    expect(ran.err).toContain('version 99');
    expect(ran.err).toContain('hint: ');
  });

  it('that is corrupt is named, with the way out', () => {
    const corrupt = copy('corrupt');
    writeFileSync(join(corrupt, 'store.json'), '{"format": ');
    const ran = onStore(corrupt)(['racdcert', 'ID(LABSRV) LIST']);
    expectPlain(ran);
    expect(ran).toMatchObject({ code: 12, out: '' });
    expect(ran.err).toContain('store.json');
    expect(ran.err).toContain('store check');
  });

  it('with a corrupt certificate file names the file, and its other certificates still list', () => {
    const corrupt = copy('corrupt-one');
    const owner = join(corrupt, 'certificates');
    const [anchor] = readdirSync(owner).filter((name) => /labsrv/i.test(name));
    const [file] = readdirSync(join(owner, anchor ?? ''));
    writeFileSync(join(owner, anchor ?? '', file ?? ''), 'rubbish');
    const ran = onStore(corrupt)(['racdcert', 'ID(LABSRV) LIST']);
    expectPlain(ran);
    expect(ran.code).toBe(12);
    expect(ran.err).toContain(file);
    expect(onStore(corrupt)(['racdcert', 'CERTAUTH LIST']).code).toBe(0);
    expect(onStore(corrupt)(['store', 'check']).code).toBe(1);
  });

  it('folder that holds other things is not taken for one', () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'thesis.txt'), 'precious');
    const ran = onStore(other)(['racdcert', 'ID(LABSRV) LIST']);
    expectPlain(ran);
    expect(ran.code).toBe(8);
    expect(ran.err).toContain(other);
    expect(readdirSync(other)).toEqual(['thesis.txt']);
  });

  it('that is not there is not made by commands that only read', () => {
    const none = join(folder, 'none');
    for (const command of [
      ['store', 'info'],
      ['export', 'pem', '--owner', 'X', '--label', 'x', '--out', 'x'],
      ['audit'],
    ]) {
      const ran = ringtool([...command, '--store', none]);
      expect(ran.code).toBe(command[0] === 'audit' ? 2 : 8);
      expect(ran.err).toContain(`no store at ${none}`);
    }
    rmSync(none, { force: true });
  });

  describe('locked by a living process', () => {
    const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    afterAll(() => holder.kill('SIGKILL'));

    it('lists, and refuses a change by name', () => {
      const locked = copy('locked');
      const entries = readdirSync(join(locked, 'lock')).map((name) => Number.parseInt(name, 10) || 0);
      const held = {
        pid: holder.pid,
        host: hostname(),
        space: pidSpace(),
        start: '',
        since: '2026-11-20T08:00:00.000Z',
      };
      writeFileSync(join(locked, 'lock', String(Math.max(0, ...entries) + 1)), `${JSON.stringify(held)}\n`);
      expect(onStore(locked)(['racdcert', 'ID(LABSRV) LIST']).code).toBe(0);
      const ran = onStore(locked)(['racdcert', 'ID(LABSRV) ADDRING(Later)']);
      expectPlain(ran);
      expect(ran.code).toBe(8);
      expect(ran.err).toContain(String(holder.pid));
    });
  });
});

/** As the lock tells processes of different containers apart; empty where there is no such thing. */
function pidSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}

describe('a file to run', () => {
  it.each([
    ['missing', join(folder, 'no-such.tso'), 'there is no file'],
    ['a folder', folder, 'is a folder'],
  ])('%s is 8 by name', (_, path, text) => {
    const ran = lab(['run', path]);
    expectPlain(ran);
    expect(ran).toMatchObject({ code: 8, out: '' });
    expect(ran.err).toContain(text);
  });

  it('of several: a misspelt name runs none of them', () => {
    const good = join(folder, 'good.tso');
    writeFileSync(good, 'RACDCERT ID(LABSRV) ADDRING(Half)\n');
    expect(lab(['run', good, join(folder, 'no-such.tso')]).code).toBe(8);
    expect(lab(['racdcert', 'ID(LABSRV) LISTRING(Half)']).code).not.toBe(0);
  });
});
