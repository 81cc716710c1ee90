/** `inspect`, `audit`, `run`, `store` and `about` as processes. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../peers.ts';
import { LAB, onStore, ROOT, ringtool } from './program.ts';

const folder = temporaryFolder();
const lab = onStore(join(folder, 'store'));

beforeAll(() => {
  expect(lab(['racdcert'], { input: LAB }).code).toBe(0);
  expect(lab(['export', 'pem', '--ring', 'LABSRV/LabRing', '--out', join(folder, 'pem')]).code).toBe(0);
});

describe('inspect', () => {
  it('shows a certificate decoded', () => {
    const { code, out } = ringtool(['inspect', join(folder, 'pem/lab-server.crt.pem')]);
    expect(code).toBe(0);
    expect(out).toContain('Subject:     CN=lab.example.com.O=Example.C=US');
    expect(out).toContain('Issuer:      CN=Lab CA.O=Example.C=US');
    expect(out).toContain('Start date:  2026/11/20 ');
    expect(out).toContain('subjectAltName: DOMAIN lab.example.com');
    expect(out).toMatch(/SHA-256: {5}(?:[0-9A-F]{2}:){31}[0-9A-F]{2}\n/);
  });

  it('shows a private key by kind, never its value', () => {
    const file = join(folder, 'pem/lab-server.key.pem');
    const secret = readFileSync(file, 'latin1').split('\n')[1] ?? 'none';
    for (const args of [[file], [file, '--json']]) {
      const { code, out, err } = ringtool(['inspect', ...args]);
      expect(code).toBe(0);
      expect(out).toContain('NIST ECC');
      expect(out + err).not.toContain(secret.slice(0, 24));
    }
  });

  it('reads standard input, and answers JSON', () => {
    const input = readFileSync(join(folder, 'pem/lab-server.ca.pem'));
    const answer = JSON.parse(ringtool(['inspect', '-', '--json'], { input }).out) as Record<string, unknown>;
    expect(answer).toMatchObject({
      format: 'ringtool-inspect',
      version: 1,
      kind: 'certificates',
      certificates: [
        { subject: 'CN=Lab CA.O=Example.C=US', selfSigned: 'valid', key: { type: 'NIST ECC', size: 256 } },
      ],
    });
  });

  it('shows a request and its signature', () => {
    expect(lab(['racdcert', `ID(LABSRV) GENREQ(LABEL('Lab server')) DSN('${join(folder, 'lab.csr')}')`]).code).toBe(0);
    const { out } = ringtool(['inspect', join(folder, 'lab.csr')]);
    expect(out).toContain('certificate request, PEM');
    expect(out).toContain('signature valid');
  });

  it('refuses what holds nothing of the kind', () => {
    const { code, err } = ringtool(['inspect', join(ROOT, 'package.json')]);
    expect(code).toBe(8);
    expect(err).toContain('package.json');
  });
});

describe('audit', () => {
  const old = onStore(join(folder, 'old'));

  beforeAll(() => {
    const { code } = old(['run', '--now', '2010-03-01', join(ROOT, 'examples/abctls-1024.tso')]);
    expect(code).toBe(0);
  });

  it('of old certificates is 1 and names 528 and 401 with how sure they are', () => {
    const { code, out } = old(['audit', 'TCPCS/TLSRING']);
    expect(code).toBe(1);
    expect(out).toMatch(/RC 528: .*\[seen\]/);
    expect(out).toMatch(/RC 401 .*\[documented\]/);
    expect(out).not.toContain('\u001b');
  });

  it('of good ones is 0', () => {
    expect(lab(['audit', 'LABSRV/LabRing']).code).toBe(0);
    expect(lab(['audit', join(folder, 'pem/lab-server.crt.pem'), join(folder, 'pem/lab-server.ca.pem')]).code).toBe(0);
  });

  it('of something that cannot be read is 2', () => {
    const { code, out } = lab(['audit', join(folder, 'none.pem')]);
    expect(code).toBe(2);
    expect(out).toContain('none.pem');
  });

  it.each([
    ['no store', 'none', []],
    ['a store without certificates', 'empty', []],
    ['a store that cannot be read', 'broken', []],
    ['a ring that is not there', 'store', ['LABSRV/None']],
  ])('of %s is 2', (_, store, args) => {
    expect(onStore(join(folder, 'empty'))(['racdcert', 'ID(LABSRV) LIST']).code).toBe(4);
    mkdirSync(join(folder, 'broken'), { recursive: true });
    writeFileSync(join(folder, 'broken/store.json'), 'not JSON');
    expect(onStore(join(folder, store))(['audit', ...args]).code).toBe(2);
  });

  it('with an unknown rule or profile is 2, and says which there are', () => {
    expect(lab(['audit', '--only', 'no-such-rule']).code).toBe(2);
    const { code, err } = lab(['audit', '--profile', 'none']);
    expect(code).toBe(2);
    expect(err).toContain('tls13');
  });

  it('answers JSON', () => {
    const { code, out } = old(['audit', '--json']);
    expect(code).toBe(1);
    expect((JSON.parse(out) as { findings: unknown[] }).findings.length).toBeGreaterThan(3);
  });
});

describe('run', () => {
  it('runs a JCL job, and names what it does not emulate', () => {
    const job = join(folder, 'job.jcl');
    writeFileSync(
      job,
      [
        '//LABJOB   JOB (1),CLASS=A',
        '//NOTHING  EXEC PGM=BPXBATCH',
        '//RACF     EXEC PGM=IKJEFT01',
        '//SYSTSPRT DD SYSOUT=*',
        '//SYSTSIN  DD *',
        ' RACDCERT ID(LABSRV) +',
        `${'    ADDRING(FromJob)'.padEnd(72)}00000100`,
        ' PROFILE',
        '/*',
        '',
      ].join('\n'),
    );
    const { code, err } = lab(['run', job]);
    expect(code).toBe(0);
    expect(err).toContain('not emulated');
    expect(err).toContain('BPXBATCH');
    expect(lab(['racdcert', 'ID(LABSRV) LISTRING(FromJob)']).code).toBe(0);
  });

  it('says so when there is no command in a file', () => {
    writeFileSync(join(folder, 'none.tso'), '/* only a comment */\n');
    const { code, err } = lab(['run', join(folder, 'none.tso')]);
    expect(code).toBe(8);
    expect(err).toContain('no command found');
  });
});

describe('store', () => {
  it('lists every certificate on a line', () => {
    expect(lab(['store', 'list']).out).toBe(
      '2036-12-31  TRUST      key  CERTAUTH  Lab CA\n2027-11-20  TRUST      key  LABSRV    Lab server\n',
    );
  });

  it('says what it holds', () => {
    const { code, out } = lab(['store', 'info']);
    expect(code).toBe(0);
    expect(out).toContain('Certificates:  2\n');
    expect(out).toContain('Time zone:     UTC\n');
  });

  it('keeps a history with user and time', () => {
    const { out } = lab(['store', 'history', '--limit', '100']);
    expect(out).toContain('2026-11-20T08:00:00.000Z  LABADM  RACDCERT ID(LABSRV) ADDRING(LabRing)');
    expect(lab(['store', 'history', '--limit', 'many']).code).toBe(2);
  });

  it('is sound, and can be copied whole', () => {
    expect(lab(['store', 'check']).code).toBe(0);
    const copy = join(folder, 'copy');
    expect(lab(['store', 'backup', copy, '--dry-run']).code).toBe(0);
    expect(existsSync(copy)).toBe(false);
    expect(lab(['store', 'backup', copy]).code).toBe(0);
    expect(onStore(copy)(['store', 'list']).out).toBe(lab(['store', 'list']).out);
    expect(lab(['store', 'backup', copy]).code).toBe(8);
  });
});

describe('about fidelity', () => {
  it('tells of one message by its id, known or not', () => {
    expect(ringtool(['about', 'fidelity', 'irrd114i']).out).toContain('said by: RACDCERT CONNECT, DELRING');
    expect(ringtool(['about', 'fidelity', 'IRRD108I']).out).toContain('(its text is not known)');
    expect(ringtool(['about', 'fidelity', 'IRRD999I'])).toMatchObject({ code: 2, out: '' });
  });

  it('counts what is known of every function, and lists every message under how sure we are of it', () => {
    const { code, out } = ringtool(['about', 'fidelity', '--json']);
    expect(code).toBe(0);
    const { version, functions, messages, neverSaid } = JSON.parse(out) as {
      version: number;
      functions: { name: string; operands: { confidence: string }[]; rules: object[] }[];
      messages: { id: string; confidence: string; functions: string[] }[];
      neverSaid: { id: string; why: string }[];
    };
    expect(version).toBe(2);
    expect(functions).toHaveLength(26);
    expect(messages.length).toBeGreaterThan(50);
    expect(messages.filter(({ id, confidence }) => id.startsWith('RNGT') && confidence !== 'own')).toEqual([]);
    expect(messages.find(({ id }) => id === 'RNGT015I')?.functions).toEqual(['ROLLOVER']);
    expect(neverSaid.map(({ id }) => id)).toContain('IRRD201I');
    const { out: text } = ringtool(['about', 'fidelity']);
    expect(text).toContain('ringtool is an emulation');
    expect(text).toContain('ICH14063I');
    const [said = '', never = ''] = text.split('Messages that are never said here');
    expect(said).not.toContain('IRRD201I');
    expect(never).toContain('IRRD201I');
  });

  it('says everything about one function', () => {
    const { code, out } = ringtool(['about', 'fidelity', 'rollover']);
    expect(code).toBe(0);
    expect(out).toContain('RACDCERT ROLLOVER[([LABEL(label)])]\n  [ID(user ID)|CERTAUTH|SITE]\n  [NEWLABEL(label)]');
    expect(out).toContain('[own]         RNGT015I');
    expect(out).toContain('[assumed]     IRR.DIGTCERT.ROLLOVER in class FACILITY: READ');
  });

  it('names what was meant by a function that is none', () => {
    const { code, err } = ringtool(['about', 'fidelity', 'rollver']);
    expect(code).toBe(2);
    expect(err).toContain('did you mean ROLLOVER?');
  });
});
