/** `ringtool export`: what is written, with which rights, and that other programs take it. */
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { itWith, run, temporaryFolder } from '../peers.ts';
import { LAB, onStore } from './program.ts';

const folder = temporaryFolder();
const lab = onStore(join(folder, 'store'));
const password = join(folder, 'pw');
const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8);

beforeAll(() => {
  expect(lab(['racdcert'], { input: LAB }).code).toBe(0);
  writeFileSync(password, 'correct horse\n');
});

describe('export pem', () => {
  const out = join(folder, 'pem');

  it('writes key, chain and CA file, the key for its owner only', () => {
    const { code, out: said, err } = lab(['export', 'pem', '--ring', 'LABSRV/LabRing', '--out', out]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(said).toBe(
      `wrote ${out}/lab-server.key.pem (0600)\nwrote ${out}/lab-server.crt.pem (0644)\nwrote ${out}/lab-server.ca.pem (0644)\n`,
    );
    expect(modeOf(join(out, 'lab-server.key.pem'))).toBe('600');
    expect(readFileSync(join(out, 'lab-server.key.pem'), 'latin1')).toContain('BEGIN PRIVATE KEY');
  });

  it('does not write over files without --force, and then writes none', () => {
    const before = readFileSync(join(out, 'lab-server.crt.pem'), 'latin1');
    writeFileSync(join(out, 'lab-server.crt.pem'), 'mine');
    const refused = lab(['export', 'pem', '--ring', 'LABSRV/LabRing', '--out', out]);
    expect(refused.code).toBe(8);
    expect(refused.err).toContain('already there');
    expect(refused.err).toContain('--force');
    expect(readFileSync(join(out, 'lab-server.crt.pem'), 'latin1')).toBe('mine');
    expect(lab(['export', 'pem', '--ring', 'LABSRV/LabRing', '--out', out, '--force']).code).toBe(0);
    expect(readFileSync(join(out, 'lab-server.crt.pem'), 'latin1')).toBe(before);
    expect(readdirSync(out)).toHaveLength(3);
  });

  it.each([
    ['', 'is empty'],
    [join(folder, 'store/keys'), 'lies in the store'],
  ])('takes no place %j', (place, why) => {
    const before = readdirSync(join(folder, 'store/keys'));
    const refused = lab(['export', 'pem', '--ring', 'LABSRV/LabRing', '--out', place]);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain(why);
    expect(readdirSync(join(folder, 'store/keys'))).toEqual(before);
  });

  it('in a dry run writes nothing', () => {
    const { code, out: said } = lab([
      'export',
      'pem',
      '--ring',
      'LABSRV/LabRing',
      '--out',
      join(folder, 'dry'),
      '--dry-run',
    ]);
    expect(code).toBe(0);
    expect(said).toContain('would write');
    expect(existsSync(join(folder, 'dry'))).toBe(false);
  });

  it('in a dry run is refused where the run would be', () => {
    expect(lab(['export', 'pem', '--ring', 'LABSRV/LabRing', '--out', out, '--dry-run']).code).toBe(8);
  });

  it('leaves the key out when asked, and says when there is none', () => {
    const without = [
      'export',
      'pem',
      '--owner',
      'CERTAUTH',
      '--label',
      'Lab CA',
      '--no-key',
      '--out',
      join(folder, 'ca'),
    ];
    expect(lab(without).code).toBe(0);
    expect(readdirSync(join(folder, 'ca')).sort()).toEqual(['lab-ca.ca.pem', 'lab-ca.crt.pem']);
  });

  it.each([
    [['--ring', 'LABSRV/None'], 8, 'there is no ring LABSRV/None'],
    [['--ring', 'LABSRV/LabRing', '--label', 'none'], 8, 'it has CERTAUTH "Lab CA", ID(LABSRV) "Lab server"'],
    [['--ring', 'LabRing'], 2, 'OWNER/RING'],
    [['--owner', 'LABSRV', '--label', 'none'], 8, 'no certificate labelled "none"'],
    [['--owner', 'LABSRV'], 2, '--owner needs --label'],
    [[], 2, 'name the certificate'],
  ])('%j is refused with %i', (args, code, text) => {
    const ran = lab(['export', 'pem', ...args, '--out', join(folder, 'refused')]);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(text);
    expect(existsSync(join(folder, 'refused'))).toBe(false);
  });

  itWith(['openssl'], 'gives a chain that openssl verifies', () => {
    const verified = run('openssl', [
      'verify',
      '-check_ss_sig',
      '-CAfile',
      join(out, 'lab-server.ca.pem'),
      join(out, 'lab-server.crt.pem'),
    ]);
    expect(verified.stdout).toContain(': OK');
  });
});

describe('a label that two owners have', () => {
  const KEYS = `
RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Same CA')) WITHLABEL('Same') NISTECC KEYUSAGE(CERTSIGN)
RACDCERT ID(WEB) GENCERT SUBJECTSDN(CN('same.example.com')) WITHLABEL('Same') NISTECC SIGNWITH(CERTAUTH LABEL('Same'))
RACDCERT ID(APP) GENCERT SUBJECTSDN(CN('app.example.com')) WITHLABEL('Same') NISTECC SIGNWITH(CERTAUTH LABEL('Same'))
RACDCERT ID(WEB) ADDRING(WithDefault)
RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('Same') RING(WithDefault))
RACDCERT ID(WEB) CONNECT(LABEL('Same') RING(WithDefault) DEFAULT)
RACDCERT ID(WEB) ADDRING(NoDefault)
RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('Same') RING(NoDefault))
RACDCERT ID(WEB) CONNECT(LABEL('Same') RING(NoDefault))
RACDCERT ID(WEB) ADDRING(Two)
RACDCERT ID(WEB) CONNECT(LABEL('Same') RING(Two))
RACDCERT ID(WEB) CONNECT(ID(APP) LABEL('Same') RING(Two) USAGE(PERSONAL))
RACDCERT ID(WEB) ADDRING(OnlyCa)
RACDCERT ID(WEB) CONNECT(CERTAUTH LABEL('Same') RING(OnlyCa) DEFAULT)
`;
  const stunnel = ['export', 'stunnel', '--role', 'server'];
  const pem = ['export', 'pem'];

  beforeAll(() => {
    expect(lab(['racdcert'], { input: KEYS })).toMatchObject({ code: 0 });
  });

  /** Exports to a folder of its own; the subject of the certificate written, or what was said instead. */
  const exported = (command: readonly string[], name: string, ...args: string[]): string => {
    const out = join(folder, `same-${name}`);
    const { code, err } = lab([...command, ...args, '--out', out]);
    if (code !== 0) {
      expect(existsSync(out)).toBe(false);
      return `${code} ${err}`;
    }
    return /Subject: +(\S+)/.exec(lab(['inspect', join(out, 'same.crt.pem')]).out)?.[1] ?? 'no subject';
  };

  it('gives the default, not the authority of the same label', () => {
    expect(exported(stunnel, '1', '--ring', 'WEB/WithDefault')).toBe('CN=same.example.com');
    expect(exported(stunnel, '2', '--ring', 'WEB/WithDefault', '--label', 'Same')).toBe('CN=same.example.com');
  });

  it('gives the one in use as PERSONAL when there is no default', () => {
    expect(exported(stunnel, '3', '--ring', 'WEB/NoDefault', '--label', 'Same')).toBe('CN=same.example.com');
    expect(exported(pem, '4', '--ring', 'WEB/NoDefault', '--label', 'Same')).toBe('CN=same.example.com');
  });

  it('is refused when both could be meant, until --owner says which', () => {
    const refused = exported(pem, '5', '--ring', 'WEB/Two', '--label', 'Same');
    expect(refused).toMatch(/^2 .*ID\(WEB\) "Same" and ID\(APP\) "Same"\nhint: --owner/);
    expect(exported(pem, '6', '--ring', 'WEB/Two', '--label', 'Same', '--owner', 'APP')).toBe('CN=app.example.com');
    expect(exported(pem, '7', '--ring', 'WEB/Two', '--label', 'Same', '--owner', 'SITE')).toMatch(
      /^8 .*no certificate of SITE labelled "Same"/,
    );
  });

  it('never gives the key of an authority unless it is named with its owner', () => {
    for (const [name, label] of [
      ['8', []],
      ['9', ['--label', 'Same']],
    ] as const) {
      expect(exported(stunnel, name, '--ring', 'WEB/OnlyCa', ...label)).toMatch(
        /^2 .*certificate authority\nhint: .*--owner CERTAUTH/,
      );
    }
    expect(exported(pem, '10', '--ring', 'WEB/OnlyCa', '--no-key')).toBe('CN=Same');
    expect(exported(pem, '11', '--ring', 'WEB/OnlyCa', '--label', 'Same', '--owner', 'certauth')).toBe('CN=Same');
  });
});

describe('export p12', () => {
  it('refuses a password on the command line', () => {
    const ran = lab(['export', 'p12', '--ring', 'LABSRV/LabRing', '--out', join(folder, 'no.p12'), '--password', 'x']);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("unknown option '--password'");
  });

  it('refuses an empty password', () => {
    writeFileSync(join(folder, 'empty.pw'), '');
    const ran = lab([
      'export',
      'p12',
      '--ring',
      'LABSRV/LabRing',
      '--out',
      join(folder, 'no.p12'),
      '--password-file',
      join(folder, 'empty.pw'),
    ]);
    expect(ran.code).toBe(8);
    expect(existsSync(join(folder, 'no.p12'))).toBe(false);
  });

  it.each([
    ['openssl', 'PBES2 AES-256-CBC'],
    ['zos', '3DES'],
  ])('for %s is encrypted with %s', (reader, algorithm) => {
    const file = join(folder, `${reader}.p12`);
    expect(
      lab(['export', 'p12', '--ring', 'LABSRV/LabRing', '--out', file, '--for', reader, '--password-file', password])
        .code,
    ).toBe(0);
    expect(modeOf(file)).toBe('600');
    expect(lab(['inspect', file, '--password-file', password]).out).toContain(algorithm);
  });

  it.each([
    [[], 'AES'],
    [['--for', 'zos'], '3DES'],
    [['--level', '3.1'], '3DES'],
    [['--level', '3.2'], 'AES'],
    [['--for', 'zos', '--level', '3.2'], 'AES'],
    [['--for', 'gskkyman', '--level', '3.2'], '3DES'],
    [['--for', 'openssl', '--level', '3.1'], 'AES'],
  ])('with %j is written with %s, and says so', (args, algorithm) => {
    const file = join(folder, 'level.p12');
    const common = ['export', 'p12', '--ring', 'LABSRV/LabRing', '--out', file, '--password-file', password, '--force'];
    const { code, out } = lab([...common, ...args]);
    expect(code).toBe(0);
    expect(out).toContain(`encrypted with ${algorithm}`);
    const { encryption } = JSON.parse(lab([...common, ...args, '--json']).out) as { encryption: string[] };
    expect(encryption.join()).toContain(algorithm);
    expect(lab(['inspect', file, '--password-file', password]).out).toMatch(new RegExp(`Encryption: .*${algorithm}`));
  });

  itWith(['openssl', 'keytool'], 'is read by openssl and keytool', () => {
    const file = join(folder, 'openssl.p12');
    expect(run('openssl', ['pkcs12', '-in', file, '-passin', `file:${password}`, '-noout', '-info']).status).toBe(0);
    const listed = run('keytool', ['-list', '-keystore', file, '-storepass:file', password]);
    expect(listed.stdout).toContain('lab server');
  });
});

describe('export stunnel', () => {
  it('writes a bundle whose configuration names its files by their whole paths', () => {
    const out = join(folder, 'bundle');
    const { code } = lab([
      'export',
      'stunnel',
      '--ring',
      'LABSRV/LabRing',
      '--label',
      'Lab server',
      '--role',
      'client',
      '--out',
      out,
      '--connect',
      'zos.example.com:12346',
      '--accept',
      '127.0.0.1:12347',
      '--service',
      'to zos',
    ]);
    expect(code).toBe(0);
    const configuration = readFileSync(join(out, 'stunnel.conf'), 'utf8');
    expect(configuration).toContain('[to zos]');
    expect(configuration).toContain('sslVersionMin = TLSv1.3');
    expect(configuration).toContain('checkHost = zos.example.com');
    expect(configuration).toMatch(new RegExp(`key = ${out}/[a-z-]+\\.key\\.pem`));
    const key = readdirSync(out).find((name) => name.endsWith('.key.pem')) ?? '';
    expect(modeOf(join(out, key))).toBe('600');
  });

  it('refuses a role it does not know', () => {
    const ran = lab(['export', 'stunnel', '--ring', 'LABSRV/LabRing', '--role', 'peer', '--out', join(folder, 'none')]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain('client, server');
  });
});
