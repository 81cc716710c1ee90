import 'reflect-metadata';
import * as peculiar from '@peculiar/x509';
import fc from 'fast-check';
import { X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { checkDer } from '../der/check-der.ts';
import { subjectKeyIdentifier } from '../../src/x509/extensions/subject-key-identifier.ts';
import { issueCertificate } from '../../src/x509/issue.ts';
import { generateKeyPair, type KeyPair, type KeySpec } from '../../src/x509/keys.ts';
import { buildName, listingName } from '../../src/x509/name.ts';
import { CURVES } from '../../src/x509/oids.ts';
import { issuerAltNameExtension, subjectAltNameExtension } from '../../src/x509/standard-extensions.ts';
import { verifySignature } from '../../src/x509/verify.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';
import { END, fixtureKey, issued, pem, START } from './issued.ts';

const folder = temporaryFolder();

/** openssl's own word on a chain; `-check_ss_sig` because else it does not look at the root's signature. */
function opensslVerify(name: string, chain: readonly Uint8Array[]): string {
  const files = chain.map((der, index) => {
    const file = join(folder, `${name}-${index}.pem`);
    writeFileSync(file, pem('CERTIFICATE', der));
    return file;
  });
  const [leaf = '', ...above] = files;
  const anchor = above.pop() ?? leaf;
  const args = [
    'verify',
    '-check_ss_sig',
    '-x509_strict',
    '-auth_level',
    '0',
    '-attime',
    String(START.getTime() / 1000 + 86_400),
  ];
  const result = run('openssl', [...args, '-CAfile', anchor, ...above.flatMap((file) => ['-untrusted', file]), leaf]);
  return `${result.stdout}${result.stderr}`.trim().replace(leaf, 'leaf');
}

const FAMILIES: readonly [string, () => Promise<KeyPair>][] = [
  ['RSA 1024', async () => fixtureKey('rsa-1024-a')],
  ['RSA 2048', async () => fixtureKey('rsa-2048-a')],
  ['DSA 1024', async () => fixtureKey('dsa-1024-a')],
  ['DSA 2048', async () => fixtureKey('dsa-2048-a')],
  ...CURVES.map(({ family, size, name }): [string, () => Promise<KeyPair>] => [
    name,
    () => generateKeyPair({ kind: family, size } satisfies KeySpec),
  ]),
];

describe('certificates we issue', () => {
  for (const [name, make] of FAMILIES) {
    itWith(['openssl'], `in a chain of ${name} are verified by openssl`, async () => {
      const root = issued('Root', await make(), { ca: true });
      const middle = issued('Middle', await make(), { ca: true, issuer: root, serial: 1n });
      const extensions = [subjectAltNameExtension([{ kind: 'dns', value: 'leaf.example' }])];
      const leaf = issued('Leaf', await make(), { issuer: middle, serial: 1n, extensions });
      const chain = [leaf, middle, root].map(({ certificate }) => certificate.der);
      expect(opensslVerify(name.replace(' ', '-'), chain)).toBe('leaf: OK');
      for (const der of chain) checkDer(der);
    });
  }

  itWith(['openssl'], 'are refused by openssl when a root is not signed by its own key', () => {
    const good = issued('Root', fixtureKey('p256-a'), { ca: true });
    const broken = Uint8Array.from(good.certificate.der);
    broken[Buffer.from(broken).indexOf('Root')] = 0x72;
    expect(opensslVerify('broken', [broken])).toMatch(/signature failure/);
  });

  it('hold alternative names in the places asked for', () => {
    const names = [{ kind: 'ip', address: '192.0.2.1' }] as const;
    const { certificate } = issued('Leaf', fixtureKey('p256-a'), {
      extensions: [subjectAltNameExtension(names), issuerAltNameExtension(names)],
    });
    expect(certificate.extensions.map(({ oid, critical }) => `${oid} ${critical}`)).toEqual([
      '2.5.29.14 false',
      '2.5.29.17 false',
      '2.5.29.18 false',
    ]);
  });

  it('without extensions have no empty field for them', () => {
    const key = fixtureKey('p256-a');
    const name = buildName([{ type: 'CN', value: 'Bare' }]);
    const der = issueCertificate({
      subject: name,
      issuer: name,
      serial: 0n,
      notBefore: START,
      notAfter: END,
      spki: key.spki,
      extensions: [],
      signWith: { pkcs8: key.pkcs8, algorithm: 'sha256ECDSA' },
    });
    expect(parseCertificate(der)).toMatchObject({ version: 3, serial: '00', extensions: [] });
    expect(new X509Certificate(der).verify(new X509Certificate(der).publicKey)).toBe(true);
  });

  it('are read by an independent library as we meant them', () => {
    const root = issued('Root', fixtureKey('rsa-2048-a'), { ca: true });
    const { certificate } = issued('Leaf', fixtureKey('p256-a'), {
      issuer: root,
      serial: 0x80n,
      extensions: [
        subjectAltNameExtension([
          { kind: 'dns', value: 'leaf.example' },
          { kind: 'ip', address: '2001:db8::1' },
        ]),
      ],
    });
    const peer = new peculiar.X509Certificate(Buffer.from(certificate.der));
    // The peer leaves the sign octet out.
    expect([peer.serialNumber, certificate.serial]).toEqual(['80', '0080']);
    expect([peer.subject, peer.issuer]).toEqual(['C=US, O=Example, CN=Leaf', 'C=US, O=Example, CN=Root']);
    expect([peer.notBefore, peer.notAfter]).toEqual([START, END]);
    const ski = peer.getExtension(peculiar.SubjectKeyIdentifierExtension)?.keyId;
    expect(ski).toBe(Buffer.from(subjectKeyIdentifier(certificate) ?? []).toString('hex'));
    const aki = peer.getExtension(peculiar.AuthorityKeyIdentifierExtension)?.keyId;
    expect(aki).toBe(Buffer.from(subjectKeyIdentifier(root.certificate) ?? []).toString('hex'));
    const names = peer.getExtension(peculiar.SubjectAlternativeNameExtension)?.names.items;
    expect(names?.map(({ type, value }) => `${type} ${value}`)).toEqual(['dns leaf.example', 'ip 2001:db8::1']);
    const authority = new peculiar.X509Certificate(Buffer.from(root.certificate.der));
    const usage = authority.getExtension(peculiar.KeyUsagesExtension)?.usages;
    expect(usage).toBe(peculiar.KeyUsageFlags.keyCertSign | peculiar.KeyUsageFlags.cRLSign);
    expect(authority.getExtension(peculiar.BasicConstraintsExtension)).toMatchObject({ ca: true, critical: true });
  });

  it('come back with the name, serial number and dates they were given', () => {
    const key = fixtureKey('p256-a');
    const instant = fc.date({ min: new Date('1950-01-01'), max: new Date('9997-12-31'), noInvalidDate: true });
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 159n }),
        instant,
        instant,
        text,
        (serial, notBefore, notAfter, cn) => {
          const name = buildName([{ type: 'CN', value: cn }]);
          const signWith = { pkcs8: key.pkcs8, algorithm: 'sha256ECDSA' };
          const view = parseCertificate(
            issueCertificate({
              subject: name,
              issuer: name,
              serial,
              notBefore,
              notAfter,
              spki: key.spki,
              extensions: [],
              signWith,
            }),
          );
          expect(BigInt(`0x${view.serial}`)).toBe(serial);
          expect(listingName(view.subject)).toBe(listingName(name));
          expect(view.notBefore.getTime()).toBe(Math.floor(notBefore.getTime() / 1000) * 1000);
          expect(view.notAfter.getTime()).toBe(Math.floor(notAfter.getTime() / 1000) * 1000);
          expect(verifySignature(view, key.spki)).toBe('valid');
        },
      ),
      { numRuns: 50 },
    );
  });
});
