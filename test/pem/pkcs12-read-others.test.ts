/** What other programs write, we read: every kind of package the tools of today and yesterday produce. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Crypto } from '@peculiar/webcrypto';
import forge from 'node-forge';
import * as pkijs from 'pkijs';
import { describe, expect, it } from 'vitest';
import { writePem } from '../../src/pem/armor.ts';
import { leafOf, readPkcs12, type Pkcs12Contents } from '../../src/pem/pkcs12.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';
import { PKI, SERVER_CHAIN } from './pki.ts';

const folder = temporaryFolder();
const file = (name: string): string => join(folder, name);
writeFileSync(file('key.pem'), writePem('PRIVATE KEY', PKI.serverKey), { mode: 0o600 });
writeFileSync(file('leaf.pem'), writePem('CERTIFICATE', PKI.server));
writeFileSync(file('issuers.pem'), writePem('CERTIFICATE', PKI.ca) + writePem('CERTIFICATE', PKI.root));

/** Runs a program that must succeed. */
function must(program: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = run(program, args);
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}

function opensslPackage(name: string, password: string, ...options: readonly string[]): Uint8Array {
  const input = [
    '-inkey',
    file('key.pem'),
    '-in',
    file('leaf.pem'),
    '-certfile',
    file('issuers.pem'),
    '-name',
    'Elm One',
  ];
  must('openssl', 'pkcs12', '-export', ...input, '-out', file(name), '-passout', `pass:${password}`, ...options);
  return readFileSync(file(name));
}

function expectServer(contents: Pkcs12Contents, name: string | null, certificates = 3): void {
  const leaf = leafOf(contents);
  expect(leaf?.certificate.friendlyName).toBe(name);
  expect(Buffer.compare(leaf?.certificate.der ?? new Uint8Array(), PKI.server)).toBe(0);
  expect(contents.certificates).toHaveLength(certificates);
  expect(contents.keys).toHaveLength(1);
}

const RC2 = 'PBE-SHA1-RC2-40, 2048 iterations';
const DES3 = 'PBE-SHA1-3DES, 2048 iterations';
const AES = 'PBES2 AES-256-CBC, PBKDF2 HMAC-SHA256, 2048 iterations';

describe('packages of openssl', () => {
  const cases: readonly [
    name: string,
    options: readonly string[],
    encryption: readonly string[],
    mac: string | null,
  ][] = [
    ['default', [], [AES], 'HMAC-SHA256, 2048 iterations'],
    ['legacy', ['-legacy'], [RC2, DES3], 'HMAC-SHA1, 2048 iterations'],
    [
      '3des',
      ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
      [DES3],
      'HMAC-SHA1, 2048 iterations',
    ],
    [
      'rc2-128',
      ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128'],
      ['PBE-SHA1-RC2-128, 2048 iterations', DES3],
      'HMAC-SHA1, 2048 iterations',
    ],
    ['2des', ['-certpbe', 'PBE-SHA1-2DES'], ['PBE-SHA1-2DES, 2048 iterations', AES], 'HMAC-SHA256, 2048 iterations'],
    [
      'rc4',
      ['-legacy', '-certpbe', 'PBE-SHA1-RC4-128', '-keypbe', 'PBE-SHA1-RC4-40'],
      ['PBE-SHA1-RC4-128, 2048 iterations', 'PBE-SHA1-RC4-40, 2048 iterations'],
      'HMAC-SHA1, 2048 iterations',
    ],
    [
      'md5-des',
      ['-legacy', '-certpbe', 'PBE-MD5-DES', '-keypbe', 'PBE-SHA1-DES'],
      ['PBES1 MD5 DES, 2048 iterations', 'PBES1 SHA1 DES, 2048 iterations'],
      'HMAC-SHA1, 2048 iterations',
    ],
    [
      'aes-128',
      ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-192-CBC'],
      [
        'PBES2 AES-128-CBC, PBKDF2 HMAC-SHA256, 2048 iterations',
        'PBES2 AES-192-CBC, PBKDF2 HMAC-SHA256, 2048 iterations',
      ],
      'HMAC-SHA256, 2048 iterations',
    ],
    [
      'pbes2-3des',
      ['-certpbe', 'DES-EDE3-CBC'],
      ['PBES2 3DES, PBKDF2 HMAC-SHA256, 2048 iterations', AES],
      'HMAC-SHA256, 2048 iterations',
    ],
    [
      'pbes2-rc2',
      ['-legacy', '-certpbe', 'RC2-CBC'],
      [expect.stringContaining('PBES2 RC2-128'), DES3],
      'HMAC-SHA1, 2048 iterations',
    ],
    ['sha512', ['-macalg', 'sha512'], [AES], 'HMAC-SHA512, 2048 iterations'],
    ['sha3', ['-macalg', 'sha3-256'], [AES], 'HMAC-SHA3-256, 2048 iterations'],
    ['nomac', ['-nomac'], [AES], null],
    ['clear', ['-keypbe', 'NONE', '-certpbe', 'NONE'], [], 'HMAC-SHA256, 2048 iterations'],
    [
      'one-iteration',
      ['-noiter', '-nomaciter'],
      ['PBES2 AES-256-CBC, PBKDF2 HMAC-SHA256, 1 iterations'],
      'HMAC-SHA256, 1 iterations',
    ],
  ];
  for (const [name, options, encryption, mac] of cases) {
    itWith(['openssl'], name, async () => {
      const contents = await readPkcs12(opensslPackage(`${name}.p12`, 'secret', ...options), 'secret');
      expectServer(contents, 'Elm One');
      expect(contents.encryption).toEqual(encryption);
      expect(contents.mac).toBe(mac);
    });
    if (name === 'clear') continue;
    itWith(['openssl'], `${name}, wrong password`, async () => {
      const bytes = opensslPackage(`${name}-wrong.p12`, 'secret', ...options);
      await expect(readPkcs12(bytes, 'Secret')).rejects.toMatchObject({ code: 'pkcs12/password' });
    });
  }

  itWith(['openssl'], 'an empty password', async () => {
    expectServer(await readPkcs12(opensslPackage('empty.p12', ''), ''), 'Elm One');
    expectServer(await readPkcs12(opensslPackage('empty-legacy.p12', '', '-legacy'), ''), 'Elm One');
  });

  itWith(['openssl'], 'a password beyond ASCII', async () => {
    expectServer(await readPkcs12(opensslPackage('umlaut.p12', 'grün€'), 'grün€'), 'Elm One');
    expectServer(await readPkcs12(opensslPackage('umlaut-legacy.p12', 'grün€', '-legacy'), 'grün€'), 'Elm One');
  });
});

describe('packages of keytool', () => {
  const keytool = (target: string, password: string, ...options: readonly string[]): Uint8Array => {
    const source = file('for-keytool.p12');
    opensslPackage('for-keytool.p12', 'secret');
    const from = ['-importkeystore', '-srckeystore', source, '-srcstoretype', 'PKCS12', '-srcstorepass', 'secret'];
    must(
      'keytool',
      ...options,
      ...from,
      '-destkeystore',
      file(target),
      '-deststoretype',
      'PKCS12',
      '-deststorepass',
      password,
    );
    return readFileSync(file(target));
  };

  itWith(['openssl', 'keytool'], 'default', async () => {
    const contents = await readPkcs12(keytool('java.p12', 'secret'), 'secret');
    expectServer(contents, 'elm one');
    expect(contents.encryption).toEqual(['PBES2 AES-256-CBC, PBKDF2 HMAC-SHA256, 10000 iterations']);
    expect(contents.mac).toBe('HMAC-SHA256, 10000 iterations');
  });

  itWith(['openssl', 'keytool'], 'legacy', async () => {
    const contents = await readPkcs12(keytool('java-legacy.p12', 'secret', '-J-Dkeystore.pkcs12.legacy'), 'secret');
    expectServer(contents, 'elm one');
    expect([...contents.encryption].sort()).toEqual([
      'PBE-SHA1-3DES, 50000 iterations',
      'PBE-SHA1-RC2-40, 50000 iterations',
    ]);
    expect(contents.mac).toBe('HMAC-SHA1, 100000 iterations');
  });
});

itWith(['certtool'], 'packages of certtool', async () => {
  for (const [name, cipher, expected] of [
    ['gnutls', [], 'PBES2 AES-128-CBC, PBKDF2 HMAC-SHA256, 600000 iterations'],
    ['gnutls-3des', ['--pkcs-cipher', '3des-pkcs12'], /^PBE-SHA1-3DES/],
    ['gnutls-rc2', ['--pkcs-cipher', 'rc2-40'], /^PBE-SHA1-RC2-40/],
  ] as const) {
    const input = [
      '--load-privkey',
      file('key.pem'),
      '--load-certificate',
      file('leaf.pem'),
      '--load-ca-certificate',
      file('issuers.pem'),
    ];
    const output = ['--p12-name', 'Elm', '--password', 'secret', '--outder', '--outfile', file(`${name}.p12`)];
    must('certtool', '--to-p12', ...input, ...output, ...cipher);
    const contents = await readPkcs12(readFileSync(file(`${name}.p12`)), 'secret');
    // certtool takes one issuer only.
    expectServer(contents, 'Elm', 2);
    for (const found of contents.encryption) expect(found).toMatch(expected);
  }
});

itWith(['openssl', 'pk12util', 'certutil'], 'packages of pk12util', async () => {
  opensslPackage('for-nss.p12', 'secret');
  const database = ['-d', `sql:${temporaryFolder()}`];
  must('certutil', '-N', ...database, '--empty-password');
  must('pk12util', '-i', file('for-nss.p12'), ...database, '-W', 'secret');
  must('pk12util', '-o', file('nss.p12'), '-n', 'Elm One', ...database, '-W', 'secret');
  const contents = await readPkcs12(readFileSync(file('nss.p12')), 'secret');
  expectServer(contents, 'Elm One');
  expect(contents.mac).toMatch(/^HMAC-SHA/);
});

describe('packages of libraries', () => {
  it.each(['3des', 'aes128', 'aes192', 'aes256'] as const)('node-forge %s', async (algorithm) => {
    const der = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
    const key = forge.pki.privateKeyFromAsn1(forge.asn1.fromDer(der(PKI.serverKey)));
    // node-forge knows RSA only, so the leaf stands alone here (its issuer has a P-256 key).
    const certificate = forge.pki.certificateFromAsn1(forge.asn1.fromDer(der(PKI.root)));
    const p12 = forge.pkcs12.toPkcs12Asn1(key, [certificate], 'secret', { algorithm, friendlyName: 'Elm' });
    const contents = await readPkcs12(Buffer.from(forge.asn1.toDer(p12).getBytes(), 'latin1'), 'secret');
    expect(contents.keys).toHaveLength(1);
    expect(Buffer.compare(contents.keys[0]?.pkcs8 ?? new Uint8Array(), PKI.serverKey)).toBe(0);
    expect(contents.certificates[0]?.friendlyName).toBe('Elm');
    expect(leafOf(contents)).toBeNull();
  });

  it('pkijs, which writes BER', async () => {
    const crypto = new Crypto();
    pkijs.setEngine('test', new pkijs.CryptoEngine({ name: 'test', crypto, subtle: crypto.subtle }));
    const bits = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;
    const password = bits(Buffer.from('secret'));
    const key = new pkijs.PKCS8ShroudedKeyBag({
      parsedValue: pkijs.PrivateKeyInfo.fromBER(bits(PKI.serverKey)),
    });
    await key.makeInternalValues({
      password,
      contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 } as never,
      hmacHashAlgorithm: 'SHA-384',
      iterationCount: 2000,
    });
    const bag = (bagId: string, bagValue: pkijs.SafeBagParameters['bagValue'] & object) =>
      new pkijs.SafeBag({ bagId, bagValue });
    const certificates = SERVER_CHAIN.map((der) =>
      bag('1.2.840.113549.1.12.10.1.3', new pkijs.CertBag({ parsedValue: pkijs.Certificate.fromBER(bits(der)) })),
    );
    const authenticatedSafe = new pkijs.AuthenticatedSafe({
      parsedValue: {
        safeContents: [
          { privacyMode: 1, value: new pkijs.SafeContents({ safeBags: certificates }) },
          { privacyMode: 0, value: new pkijs.SafeContents({ safeBags: [bag('1.2.840.113549.1.12.10.1.2', key)] }) },
        ],
      },
    });
    await authenticatedSafe.makeInternalValues({
      safeContents: [
        {
          password,
          contentEncryptionAlgorithm: { name: 'AES-CBC', length: 128 },
          hmacHashAlgorithm: 'SHA-256',
          iterationCount: 2000,
        },
        {},
      ],
    });
    const pfx = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
    await pfx.makeInternalValues({
      password,
      iterations: 2000,
      pbkdf2HashAlgorithm: 'SHA-256',
      hmacHashAlgorithm: 'SHA-256',
    });
    const contents = await readPkcs12(new Uint8Array(pfx.toSchema().toBER()), 'secret');
    expectServer(contents, null);
    expect(contents.encryption).toContain('PBES2 AES-256-CBC, PBKDF2 HMAC-SHA384, 2000 iterations');
  });
});
