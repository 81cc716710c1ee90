import 'reflect-metadata';
import * as peculiar from '@peculiar/x509';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { parseCertificate, type Certificate } from '../../src/x509/certificate.ts';
import { derOid, derSequence, derSet, derUtf8, derValue } from '../../src/der/writer.ts';
import { basicConstraints } from '../../src/x509/extensions/basic-constraints.ts';
import { extKeyUsage } from '../../src/x509/extensions/ext-key-usage.ts';
import { keyUsage } from '../../src/x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../src/x509/extensions/subject-alt-name.ts';
import { fingerprint, withColons } from '../../src/x509/fingerprint.ts';
import { isSelfSigned } from '../../src/x509/verify.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';
import { derOfPem, issued } from './issued.ts';
import { at, key, readAll } from './certificate-sample.ts';

/** Our view against Node's (OpenSSL's) of the same certificate. */
function expectSameAsNode(der: Uint8Array): Certificate {
  const ours = readAll(der);
  const node = new X509Certificate(der);
  expect(Buffer.from(ours.der)).toEqual(node.raw);
  const serial = BigInt.asIntN(ours.serial.length * 4, BigInt(`0x${ours.serial}`));
  expect(serial).toBe(
    node.serialNumber.startsWith('-') ? -BigInt(`0x${node.serialNumber.slice(1)}`) : BigInt(`0x${node.serialNumber}`),
  );
  expect([ours.notBefore.getTime(), ours.notAfter.getTime()]).toEqual([
    Date.parse(node.validFrom),
    Date.parse(node.validTo),
  ]);
  // Node shows special characters behind a backslash (RFC 2253).
  const plain = (line: string) => line.slice(line.indexOf('=') + 1).replace(/\\(.)/g, '$1');
  const values = (name: string | undefined) => (name === undefined ? [] : name.split(/\n| \+ /).map(plain));
  expect(ours.subject.rdns.flat().map(({ value }) => value)).toEqual(values(node.subject));
  expect(ours.issuer.rdns.flat().map(({ value }) => value)).toEqual(values(node.issuer));
  expect(withColons(fingerprint(der, 'sha256'))).toBe(node.fingerprint256);
  // OpenSSL calls it an authority only when its key usage agrees.
  expect(node.ca).toBe((basicConstraints(ours)?.cA ?? false) && (keyUsage(ours)?.keyCertSign ?? true));
  expect(extKeyUsage(ours) ?? undefined).toEqual(node.keyUsage);
  const details = node.publicKey.asymmetricKeyDetails;
  if (details?.modulusLength !== undefined) expect(ours.publicKey.size).toBe(details.modulusLength);
  if (details?.namedCurve !== undefined && ours.publicKey.kind !== 'OTHER EC')
    expect(ours.publicKey.curve).toBe(details.namedCurve);
  const spki = createPublicKey({ key: Buffer.from(ours.publicKey.spki), format: 'der', type: 'spki' });
  expect(spki.equals(node.publicKey)).toBe(true);
  const names = (subjectAltNames(ours) ?? []).map((name) => {
    if (name.kind === 'ip') return `IP Address:${name.address}`;
    return name.kind === 'dns' ? `DNS:${name.value}` : name.kind === 'email' ? `email:${name.value}` : '';
  });
  if (!names.includes('') && !names.some((name) => name.includes('::'))) {
    expect(names.length === 0 ? undefined : names.join(', ')).toBe(node.subjectAltName);
  }
  // A third reader on the extensions: neither of the other two shows them one by one.
  const peer = new peculiar.X509Certificate(Buffer.from(der));
  const shown = (value: ArrayBuffer | Uint8Array) => Buffer.from(value as Uint8Array).toString('hex');
  expect(ours.extensions.map(({ oid, critical, value }) => `${oid} ${critical} ${shown(value)}`)).toEqual(
    peer.extensions.map(({ type, critical, value }) => `${type} ${critical} ${shown(value)}`),
  );
  const verdict = isSelfSigned(ours);
  expect(verdict).toBe(node.subject === node.issuer && node.verify(node.publicKey) ? 'valid' : 'invalid');
  return ours;
}

describe('the view agrees with Node.js and an independent library', () => {
  it('on every kind of string', () => {
    const pair = (oid: string, value: Uint8Array) => derSet(derSequence(derOid(oid), value));
    const name = derSequence(
      pair('2.5.4.6', derValue(0x13, Buffer.from('DE'))),
      pair('2.5.4.10', derValue(0x14, Buffer.from('Brauerei Müller', 'latin1'))),
      pair('2.5.4.11', derValue(0x1e, Buffer.from('Größe', 'utf16le').swap16())),
      pair('2.5.4.7', derValue(0x1c, Buffer.from('000000410000006200000063', 'hex'))),
      pair('2.5.4.3', derUtf8('Žluťoučký kůň')),
      pair('0.9.2342.19200300.100.1.25', derValue(0x16, Buffer.from('example'))),
    );
    const der = at(5, name);
    const values = new X509Certificate(der).subject.split('\n').map((line) => line.slice(line.indexOf('=') + 1));
    const ours = parseCertificate(der)
      .subject.rdns.flat()
      .map(({ value }) => value);
    expect(ours).toEqual(['DE', 'Brauerei Müller', 'Größe', 'Abc', 'Žluťoučký kůň', 'example']);
    expect(values).toEqual(ours);
  });

  it('on a hundred certificates of ours', () => {
    for (let i = 0; i < 100; i++) {
      const serial = 1n << BigInt(i);
      expectSameAsNode(issued(`Elm ${i}`, key, { ca: i % 2 === 0, serial }).certificate.der);
    }
  });

  it('on the roots that Node.js ships', () => {
    expect(rootCertificates.length).toBeGreaterThan(100);
    for (const root of rootCertificates) expect(isSelfSigned(expectSameAsNode(derOfPem(root)))).toBe('valid');
  });

  const folder = temporaryFolder();
  const keys = new URL('../fixtures/keys/', import.meta.url).pathname;
  const CASES: readonly [string, string[]][] = [
    ['RSA', ['-key', `${keys}rsa-2048-a.pem`, '-sha256']],
    ['RSA with SHA-1', ['-key', `${keys}rsa-1024-a.pem`, '-sha1']],
    ['RSA with MD5', ['-key', `${keys}rsa-2048-a.pem`, '-md5']],
    ['RSA with SHA-224', ['-key', `${keys}rsa-2048-a.pem`, '-sha224']],
    ['RSA with SHA-512', ['-key', `${keys}rsa-2048-a.pem`, '-sha512']],
    [
      'RSASSA-PSS with an RSA key',
      ['-key', `${keys}rsa-2048-a.pem`, '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'],
    ],
    [
      'RSASSA-PSS with SHA-512',
      ['-key', `${keys}rsa-2048-a.pem`, '-sha512', '-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:20'],
    ],
    [
      'RSASSA-PSS with a PSS key',
      ['-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048', '-keyout', '/dev/null', '-nodes'],
    ],
    ['DSA', ['-key', `${keys}dsa-2048-a.pem`, '-sha256']],
    ['P-384', ['-key', `${keys}p384-a.pem`, '-sha384']],
    ['P-521', ['-key', `${keys}p521-a.pem`, '-sha512']],
    ['Ed25519', ['-newkey', 'ed25519', '-keyout', '/dev/null', '-nodes']],
    ['Ed448', ['-newkey', 'ed448', '-keyout', '/dev/null', '-nodes']],
    ['another curve', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1', '-keyout', '/dev/null', '-nodes']],
    [
      'a brainpool curve',
      ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP320r1', '-keyout', '/dev/null', '-nodes'],
    ],
    ['a negative serial number', ['-key', `${keys}p256-a.pem`, '-set_serial', '-5']],
    [
      'a negative serial number of many digits',
      ['-key', `${keys}p256-a.pem`, '-set_serial', '-0x8000000000000000000001'],
    ],
    [
      'a serial number of 20 octets',
      ['-key', `${keys}p256-a.pem`, '-set_serial', '0xf123456789abcdef0123456789abcdef01234567'],
    ],
    ['an end in 2126', ['-key', `${keys}p256-a.pem`, '-days', '36500']],
    ['an empty subject', ['-key', `${keys}p256-a.pem`, '-subj', '/']],
    [
      'parts of several attributes',
      ['-key', `${keys}p256-a.pem`, '-multivalue-rdn', '-subj', '/C=US/O=Example+OU=Lab/CN=Elm+UID=1'],
    ],
    [
      'many extensions',
      [
        '-key',
        `${keys}p256-a.pem`,
        '-addext',
        'subjectAltName=DNS:a.example,IP:192.0.2.1,email:lab@example,DNS:*.example',
        '-addext',
        'extendedKeyUsage=serverAuth,clientAuth,1.2.3.4',
        '-addext',
        'keyUsage=critical,digitalSignature,keyAgreement,decipherOnly',
        '-addext',
        'certificatePolicies=1.2.3',
        '-addext',
        'nsComment=Lab',
        '-addext',
        '1.2.3.4.5=critical,ASN1:UTF8String:x',
      ],
    ],
    [
      'names of every kind',
      [
        '-key',
        `${keys}p256-a.pem`,
        '-addext',
        'subjectAltName=URI:https://example/,RID:1.2.3,otherName:1.2.3;UTF8:x,IP:2001:db8::1',
      ],
    ],
  ];
  for (const [title, options] of CASES) {
    itWith(['openssl'], `on ${title}, made by openssl`, () => {
      const out = join(folder, `${title.replace(/\W/g, '-')}.pem`);
      const subject = options.includes('-subj') ? [] : ['-subj', '/C=US/O=Example/OU=Lab/CN=Elm'];
      const made = run('openssl', ['req', '-x509', '-utf8', ...options, ...subject, '-out', out]);
      expect(made.status, made.stderr).toBe(0);
      const ours = expectSameAsNode(derOfPem(readFileSync(out, 'utf8')));
      expect(isSelfSigned(ours)).toBe('valid');
    });
  }

  itWith(['openssl'], 'on version 1, made by openssl', () => {
    const request = join(folder, 'request.pem');
    const signer = `${keys}rsa-1024-b.pem`;
    expect(run('openssl', ['req', '-new', '-key', signer, '-subj', '/CN=Old', '-out', request]).status).toBe(0);
    const made = run('openssl', ['x509', '-req', '-in', request, '-signkey', signer]);
    expect(expectSameAsNode(derOfPem(made.stdout)).version).toBe(1);
  });
});
