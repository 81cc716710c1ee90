/**
 * What EXPORT, GENREQ and GENCERT write is read by the programs people use, and what these write is read by ADD
 * and GENCERT.
 */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePem } from '../../src/pem/armor.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';
import { memoryLab, type Lab } from '../racdcert/memory-lab.ts';

const PASSWORD = 'Pass w0rd';
const folder = temporaryFolder();
const path = (name: string): string => join(folder, name);

/** Writes a data set of the lab where other programs find it. */
function give(lab: Lab, dataSet: string, file = dataSet): string {
  writeFileSync(path(file), lab.files.get(dataSet) ?? new Uint8Array(), { mode: 0o600 });
  return path(file);
}

/** Runs a program that must succeed. */
function ok(program: string, args: readonly string[], options: Parameters<typeof run>[2] = {}): string {
  const result = run(program, args, options);
  expect(result.status, `${program} ${args.join(' ')}\n${result.stdout}\n${result.stderr}`).toBe(0);
  return result.stdout + result.stderr;
}

const PROFILES = [
  ['zos', '3.1'],
  ['modern', '3.2'],
] as const;

describe('what EXPORT writes', () => {
  const lab = memoryLab();

  beforeAll(async () => {
    await lab.done(
      "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Export Root')) WITHLABEL('Root') RSA NOTAFTER(DATE(2040-01-01))",
    );
    await lab.done(
      "RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('Export Sub') O('Example')) WITHLABEL('Sub') NISTECC SIGNWITH(CERTAUTH LABEL('Root')) NOTAFTER(DATE(2039-01-01))",
    );
    await lab.done(
      "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('leaf.example.com')) WITHLABEL('Leaf') RSA SIGNWITH(CERTAUTH LABEL('Sub')) ALTNAME(DOMAIN('leaf.example.com') IP(192.0.2.4))",
    );
    const leaf = "RACDCERT ID(U1) EXPORT(LABEL('Leaf'))";
    for (const [profile, level] of PROFILES) {
      await lab.run(`${leaf} DSN('${profile.toUpperCase()}.P12') PASSWORD('${PASSWORD}')`, { level });
      await lab.run(`${leaf} DSN('${profile.toUpperCase()}.P12B64') PASSWORD('${PASSWORD}') FORMAT(PKCS12B64)`, {
        level,
      });
      give(lab, `${profile.toUpperCase()}.P12`);
      give(lab, `${profile.toUpperCase()}.P12B64`);
    }
    for (const format of ['CERTB64', 'CERTDER', 'PKCS7B64', 'PKCS7DER']) {
      await lab.done(`${leaf} DSN('${format}') FORMAT(${format})`);
      give(lab, format);
    }
  });

  itWith(['openssl'], 'openssl reads certificates and PKCS #7 packages', () => {
    for (const [format, form] of [
      ['CERTB64', 'PEM'],
      ['CERTDER', 'DER'],
    ] as const) {
      expect(ok('openssl', ['x509', '-in', path(format), '-inform', form, '-noout', '-subject'])).toContain(
        'leaf.example.com',
      );
    }
    for (const [format, form] of [
      ['PKCS7B64', 'PEM'],
      ['PKCS7DER', 'DER'],
    ] as const) {
      const printed = ok('openssl', ['pkcs7', '-in', path(format), '-inform', form, '-print_certs']);
      expect(printed.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    }
  });

  itWith(['openssl', 'certtool'], 'certtool reads both forms of a PKCS #7 package', () => {
    ok('certtool', ['--p7-info', '--infile', path('PKCS7B64')]);
    ok('certtool', ['--p7-info', '--inder', '--infile', path('PKCS7DER')]);
  });

  for (const [profile] of PROFILES) {
    const file = path(`${profile.toUpperCase()}.P12`);

    itWith(['openssl'], `openssl opens ${profile} without its legacy provider`, () => {
      const printed = ok('openssl', ['pkcs12', '-in', file, '-passin', `pass:${PASSWORD}`, '-nodes']);
      expect(printed.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
      expect(printed).toContain('friendlyName: Leaf');
      expect(printed).toContain('BEGIN PRIVATE KEY');
    });

    itWith(['keytool'], `keytool lists ${profile} with the whole chain`, () => {
      const printed = ok('keytool', ['-list', '-v', '-storetype', 'PKCS12', '-keystore', file, '-storepass', PASSWORD]);
      expect(printed).toContain('PrivateKeyEntry');
      expect(printed).toMatch(/chain length: 3/i);
      expect(printed).toMatch(/Alias name: leaf/i);
    });

    itWith(['certtool'], `certtool reads ${profile}, binary and Base64`, () => {
      const printed = ok('certtool', ['--p12-info', '--inder', '--infile', file, '--password', PASSWORD]);
      expect(printed).toContain('Elements: 3');
      expect(printed).toContain('Friendly name: Leaf');
      ok('certtool', ['--p12-info', '--infile', `${file}B64`, '--password', PASSWORD]);
    });

    itWith(['pk12util'], `pk12util lists ${profile}`, () => {
      expect(ok('pk12util', ['-l', file, '-W', PASSWORD])).toContain('leaf.example.com');
    });

    it(`Node makes a TLS context of ${profile}`, () => {
      expect(() => createSecureContext({ pfx: readFileSync(file), passphrase: PASSWORD })).not.toThrow();
      expect(() => createSecureContext({ pfx: readFileSync(file), passphrase: 'wrong' })).toThrow();
    });
  }
});

describe('chains that GENCERT issues', () => {
  const KEYS = [
    ['BPECC SIZE(160)', 'brainpool160'],
    ['BPECC SIZE(192)', 'brainpool192'],
    ['BPECC SIZE(224)', 'brainpool224'],
    ['BPECC SIZE(256)', 'brainpool256'],
    ['BPECC SIZE(320)', 'brainpool320'],
    ['BPECC SIZE(384)', 'brainpool384'],
    ['BPECC SIZE(512)', 'brainpool512'],
    ['NISTECC SIZE(192)', 'p192'],
    ['NISTECC SIZE(224)', 'p224'],
    ['NISTECC SIZE(256)', 'p256'],
    ['NISTECC SIZE(384)', 'p384'],
    ['NISTECC SIZE(521)', 'p521'],
    ['DSA SIZE(1024)', 'dsa1024'],
    ['DSA SIZE(2048)', 'dsa2048'],
    ['RSA SIZE(1024)', 'rsa1024'],
    ['RSA SIZE(2048)', 'rsa2048'],
  ] as const;

  for (const [key, name] of KEYS) {
    itWith(['openssl'], `openssl verifies one of ${key}, the root's own signature too`, async () => {
      const lab = memoryLab();
      await lab.done(
        `RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('${name} CA') C('US')) WITHLABEL('CA') ${key} NOTAFTER(DATE(2055-01-01))`,
      );
      await lab.done(
        `RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('${name} leaf') T('Tester') OU('a','b') SP('Oregon')) WITHLABEL('leaf') NISTECC SIGNWITH(CERTAUTH LABEL('CA')) KEYUSAGE(HANDSHAKE) ALTNAME(DOMAIN('x.example.com'))`,
      );
      await lab.done(`RACDCERT CERTAUTH EXPORT(LABEL('CA')) DSN('CA')`);
      await lab.done(`RACDCERT ID(U1) EXPORT(LABEL('leaf')) DSN('LEAF')`);
      const ca = give(lab, 'CA', `${name}-ca.pem`);
      const leaf = give(lab, 'LEAF', `${name}-leaf.pem`);
      // Security level 0: the small keys are what is to be looked at.
      const verify = [
        'verify',
        '-auth_level',
        '0',
        '-check_ss_sig',
        '-x509_strict',
        '-attime',
        '1800000000',
        '-CAfile',
        ca,
      ];
      ok('openssl', [...verify, leaf]);
      expect(new X509Certificate(readFileSync(leaf)).verify(new X509Certificate(readFileSync(ca)).publicKey)).toBe(
        true,
      );
    });
  }
});

describe('requests', () => {
  itWith(['openssl'], 'openssl verifies what GENREQ writes, and signs it; ADD takes the answer', async () => {
    const lab = memoryLab();
    await lab.done(
      "RACDCERT ID(U1) GENCERT SUBJECTSDN(CN('web')) WITHLABEL('Web') RSA KEYUSAGE(HANDSHAKE) ALTNAME(DOMAIN('w.example.com'))",
    );
    await lab.done("RACDCERT ID(U1) GENREQ(LABEL('Web')) DSN('REQ')");
    const request = give(lab, 'REQ', 'genreq.pem');
    const printed = ok('openssl', ['req', '-in', request, '-verify', '-noout', '-text']);
    expect(printed).toContain('DNS:w.example.com');
    const key = new URL('../fixtures/keys/p384-a.pem', import.meta.url).pathname;
    ok('openssl', [
      'req',
      '-x509',
      '-new',
      '-key',
      key,
      '-subj',
      '/O=Other/CN=Other CA',
      '-days',
      '3000',
      '-out',
      path('other-ca.pem'),
    ]);
    ok('openssl', [
      'x509',
      '-req',
      '-in',
      request,
      '-CA',
      path('other-ca.pem'),
      '-CAkey',
      key,
      '-set_serial',
      '4711',
      '-days',
      '90',
      '-text',
      '-out',
      path('answer.pem'),
    ]);
    lab.files.set('CA', readFileSync(path('other-ca.pem')));
    lab.files.set('ANSWER', readFileSync(path('answer.pem')));
    const now = { now: new Date().toISOString() };
    expect(await lab.said("RACDCERT CERTAUTH ADD('CA')", now)).toEqual([0, 'IRRD113I', 'IRRD199I']);
    expect(await lab.said("RACDCERT ID(U1) ADD('ANSWER')", now)).toEqual([0, 'IRRD199I']);
    expect(lab.certificate('U1', 'Web').serial).toBe('1267');
    expect(lab.entry('U1', 'Web')).toMatchObject({ status: 'TRUST', requested: false });
  });

  itWith(['openssl'], 'GENCERT signs a request of openssl, with its purposes', async () => {
    const lab = memoryLab();
    await lab.done("RACDCERT CERTAUTH GENCERT SUBJECTSDN(CN('CA')) WITHLABEL('CA') RSA");
    const key = new URL('../fixtures/keys/p256-b.pem', import.meta.url).pathname;
    const extensions = [
      'subjectAltName=DNS:o.example.com,IP:2001:db8::7',
      'keyUsage=critical,digitalSignature',
      'extendedKeyUsage=serverAuth',
    ];
    ok('openssl', [
      ...['req', '-new', '-key', key, '-subj', '/C=US/O=Example/CN=o.example.com', '-out', path('o.req')],
      ...extensions.flatMap((extension) => ['-addext', extension]),
    ]);
    lab.files.set('REQ', readFileSync(path('o.req')));
    await lab.done("RACDCERT ID(U1) GENCERT('REQ') SIGNWITH(CERTAUTH LABEL('CA')) WITHLABEL('o')");
    writeFileSync(path('o.pem'), writePem('CERTIFICATE', lab.entry('U1', 'o').der));
    const printed = ok('openssl', ['x509', '-in', path('o.pem'), '-noout', '-text']);
    for (const part of ['DNS:o.example.com', '2001:DB8', 'TLS Web Server Authentication', 'Digital Signature']) {
      expect(printed).toContain(part);
    }
  });
});

describe('packages that other programs write', () => {
  const key = new URL('../fixtures/keys/rsa-2048-b.pem', import.meta.url).pathname;

  /** A certificate of openssl's, valid for long. */
  function certificate(): string {
    ok('openssl', [
      'req',
      '-x509',
      '-new',
      '-key',
      key,
      '-subj',
      '/O=Peer/CN=peer.example.com',
      '-days',
      '3650',
      '-set_serial',
      '99',
      '-out',
      path('peer.pem'),
    ]);
    return path('peer.pem');
  }

  async function taken(file: string, level: '3.1' | '3.2'): Promise<void> {
    const lab = memoryLab();
    lab.files.set('P12', readFileSync(file));
    const added = await lab.run(`RACDCERT ADD('P12') ID(U1) PASSWORD('${PASSWORD}') WITHLABEL('x') TRUST`, { level });
    expect([added.returnCode, ...added.lines]).toEqual([0, ...added.lines]);
    const kept = lab.privateKeys.get(lab.entry('U1', 'x').keyId ?? '');
    const loaded = createPrivateKey({ key: Buffer.from(kept?.pkcs8 ?? []), format: 'der', type: 'pkcs8' });
    const leaf = new X509Certificate(parseCertificate(lab.entry('U1', 'x').der).der);
    expect(leaf.checkPrivateKey(loaded)).toBe(true);
  }

  itWith(['openssl'], 'openssl: legacy (3DES and RC2) at 3.1, AES at 3.2 only', async () => {
    const pem = certificate();
    const write = (file: string, more: readonly string[]) =>
      ok('openssl', [
        'pkcs12',
        '-export',
        '-in',
        pem,
        '-inkey',
        key,
        '-passout',
        `pass:${PASSWORD}`,
        '-name',
        'Peer',
        '-out',
        path(file),
        ...more,
      ]);
    write('legacy.p12', ['-legacy']);
    write('des.p12', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1']);
    write('aes.p12', []);
    await taken(path('legacy.p12'), '3.1');
    await taken(path('des.p12'), '3.1');
    await taken(path('aes.p12'), '3.2');
    const lab = memoryLab({ level: '3.1' });
    lab.files.set('P12', readFileSync(path('aes.p12')));
    expect(await lab.said(`RACDCERT ADD('P12') ID(U1) PASSWORD('${PASSWORD}')`)).toEqual([8, 'RNGT025I']);
  });

  itWith(['keytool'], 'keytool', async () => {
    const store = ['-storetype', 'PKCS12', '-keystore', path('java.p12'), '-storepass', PASSWORD];
    ok('keytool', [
      '-genkeypair',
      ...store,
      '-alias',
      'Java',
      '-keyalg',
      'EC',
      '-groupname',
      'secp256r1',
      '-dname',
      'CN=java.example.com,O=Peer',
    ]);
    await taken(path('java.p12'), '3.2');
  });

  itWith(['openssl', 'certtool'], 'certtool', async () => {
    const pem = certificate();
    ok('certtool', [
      ...['--to-p12', '--outder', '--load-privkey', key, '--load-certificate', pem],
      ...['--p12-name', 'Peer', '--password', PASSWORD, '--outfile', path('gnutls.p12')],
    ]);
    await taken(path('gnutls.p12'), '3.2');
  });

  itWith(['openssl', 'pk12util', 'certutil'], 'pk12util', async () => {
    const pem = certificate();
    ok('openssl', [
      'pkcs12',
      '-export',
      '-in',
      pem,
      '-inkey',
      key,
      '-passout',
      `pass:${PASSWORD}`,
      '-name',
      'Peer',
      '-out',
      path('for-nss.p12'),
    ]);
    const database = `sql:${folder}`;
    ok('certutil', ['-N', '-d', database, '--empty-password']);
    ok('pk12util', ['-i', path('for-nss.p12'), '-d', database, '-W', PASSWORD, '-K', '']);
    ok('pk12util', ['-o', path('nss.p12'), '-n', 'Peer', '-d', database, '-W', PASSWORD, '-K', '']);
    await taken(path('nss.p12'), '3.2');
  });

  itWith(['openssl'], 'openssl: a PKCS #7 package and a certificate with its text', async () => {
    const pem = certificate();
    ok('openssl', ['crl2pkcs7', '-nocrl', '-certfile', pem, '-out', path('peer.p7')]);
    ok('openssl', ['x509', '-in', pem, '-text', '-out', path('peer-text.pem')]);
    for (const file of ['peer.p7', 'peer-text.pem']) {
      const lab = memoryLab();
      lab.files.set('IN', readFileSync(path(file)));
      expect((await lab.said("RACDCERT ADD('IN') SITE TRUST WITHLABEL('x')")).at(-1), file).toBe('IRRD199I');
      expect(lab.certificate('SITE', 'x').serial).toBe('63');
    }
  });
});
