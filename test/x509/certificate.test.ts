import 'reflect-metadata';
import * as peculiar from '@peculiar/x509';
import fc from 'fast-check';
import { createPublicKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { LIMITS } from '../../src/core/limits.ts';
import { parseCertificate, type Certificate } from '../../src/x509/certificate.ts';
import { childrenOf, contentOf, encodedOf, readDer, type DerValue } from '../../src/x509/der/reader.ts';
import {
  derBitString,
  derContext,
  derInteger,
  derOid,
  derSequence,
  derSet,
  derUtf8,
  derValue,
} from '../../src/x509/der/writer.ts';
import { authorityKeyIdentifier } from '../../src/x509/extensions/authority-key-identifier.ts';
import { basicConstraints } from '../../src/x509/extensions/basic-constraints.ts';
import { extKeyUsage } from '../../src/x509/extensions/ext-key-usage.ts';
import { issuerAltNames } from '../../src/x509/extensions/issuer-alt-name.ts';
import { keyUsage } from '../../src/x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../src/x509/extensions/subject-alt-name.ts';
import { subjectKeyIdentifier } from '../../src/x509/extensions/subject-key-identifier.ts';
import { fingerprint, withColons } from '../../src/x509/fingerprint.ts';
import { listingName } from '../../src/x509/name.ts';
import { subjectAltNameExtension } from '../../src/x509/standard-extensions.ts';
import { isSelfSigned } from '../../src/x509/verify.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';
import { derOfPem, fixtureKey, hex, issued, nameOf } from './issued.ts';

const key = fixtureKey('p256-a');
const sample = issued('Example', key, {
  ca: true,
  serial: 0x1234n,
  extensions: [
    subjectAltNameExtension([
      { kind: 'dns', value: 'a.example' },
      { kind: 'ip', address: '::1' },
    ]),
  ],
}).certificate;

/** Reads everything there is to read. */
function readAll(der: Uint8Array): Certificate {
  const certificate = parseCertificate(der);
  listingName(certificate.subject);
  for (const read of [
    keyUsage,
    basicConstraints,
    subjectAltNames,
    issuerAltNames,
    subjectKeyIdentifier,
    authorityKeyIdentifier,
    extKeyUsage,
  ]) {
    read(certificate);
  }
  return certificate;
}

/** The sample with some fields of its signed part replaced; the signature no longer fits, which reading ignores. */
function altered(change: (fields: Uint8Array[]) => void): Uint8Array {
  const [tbs, algorithm, signature] = childrenOf(readDer(sample.der)) as [DerValue, DerValue, DerValue];
  const fields = childrenOf(tbs).map(encodedOf);
  change(fields);
  return derSequence(derSequence(...fields), encodedOf(algorithm), encodedOf(signature));
}
const at = (index: number, bytes: Uint8Array) => altered((fields) => fields.splice(index, 1, bytes));
const extensions = (...each: Uint8Array[]) => at(7, derContext(3, true, derSequence(...each)));
const VALIDITY = (start: string, end: string) =>
  derSequence(derValue(0x17, Buffer.from(start)), derValue(0x18, Buffer.from(end)));

describe('a certificate', () => {
  it('is read into plain values', () => {
    expect(sample).toMatchObject({
      version: 3,
      serial: '1234',
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2036-12-31T23:59:59Z'),
      signatureAlgorithm: { name: 'sha256ECDSA' },
      algorithmsAgree: true,
      publicKey: { kind: 'NIST ECC', size: 256 },
    });
    expect(listingName(sample.subject)).toBe('CN=Example.O=Example.C=US');
  });

  it.each([
    ['02 01 00', '00'],
    ['02 01 01', '01'],
    ['02 02 00 ff', '00FF'],
    ['02 01 ff', 'FF'],
    ['02 10 08 3b e0 56 90 42 46 b1 a1 75 6a c9 59 91 c7 4a', '083BE056904246B1A1756AC95991C74A'],
    [`02 28 7f ${'00'.repeat(39)}`, `7F${'00'.repeat(39)}`],
  ])('with the serial number %s shows %s', (bytes, serial) => {
    expect(parseCertificate(at(1, hex(bytes))).serial).toBe(serial);
  });

  it('of version 1 has no version field; a written default is taken as well', () => {
    const v1 = altered((fields) => {
      fields.pop();
      fields.shift();
    });
    expect(parseCertificate(v1)).toMatchObject({ version: 1, extensions: [] });
    expect(parseCertificate(at(0, derContext(0, true, derInteger(0)))).version).toBe(1);
  });

  it('may carry unique identifiers, as version 2 had them', () => {
    const v2 = altered((fields) => {
      fields.splice(0, 1, derContext(0, true, derInteger(1)));
      fields.splice(7, 1, derContext(1, false, hex('00 01')), derContext(2, false, hex('00 02')));
    });
    expect(parseCertificate(v2).version).toBe(2);
  });

  it('may have an empty subject', () => {
    expect(listingName(parseCertificate(at(5, hex('30 00'))).subject)).toBe('');
  });

  it('may end after 2049 or never', () => {
    const never = parseCertificate(at(4, VALIDITY('260101000000Z', '99991231235959Z')));
    expect(never.notAfter).toEqual(new Date('9999-12-31T23:59:59Z'));
  });

  it('keeps an extension it does not know', () => {
    const unknown = derSequence(derOid('1.2.3.4'), hex('01 01 ff'), hex('04 02 05 00'));
    expect(parseCertificate(extensions(unknown)).extensions).toEqual([
      { oid: '1.2.3.4', critical: true, value: hex('05 00') },
    ]);
  });

  it('takes a critical flag of FALSE that is written out', () => {
    const odd = derSequence(derOid('1.2.3.4'), hex('01 01 00'), hex('04 00'));
    expect(parseCertificate(extensions(odd)).extensions[0]?.critical).toBe(false);
  });

  it('says when the algorithm inside is not the one outside', () => {
    expect(parseCertificate(at(2, derSequence(derOid('1.2.840.10045.4.3.3')))).algorithmsAgree).toBe(false);
  });
});

/** One case, one sentence. */
const twice = derSequence(derOid('2.5.29.19'), hex('04 02 30 00'));
const HOSTILE: readonly [string, Uint8Array, RegExp][] = [
  ['nothing', hex(''), /ends where a value should start/],
  ['a NULL', hex('05 00'), /the certificate has the tag 0x05/],
  ['an empty sequence', hex('30 00'), /ends before its signed part/],
  ['a byte after the end', Buffer.concat([sample.der, hex('00')]), /1 bytes follow/],
  ['the last byte cut off', sample.der.subarray(0, -1), /cut off/],
  ['the first half alone', sample.der.subarray(0, sample.der.length >> 1), /cut off/],
  ['a fourth part', derSequence(...childrenOf(readDer(sample.der)).map(encodedOf), hex('05 00')), /too many/],
  ['text', Buffer.from('-----BEGIN CERTIFICATE-----'), /cut off/],
  ['version 4', at(0, derContext(0, true, derInteger(3))), /no version 4/],
  ['version -1', at(0, derContext(0, true, derInteger(-1))), /no version 0/],
  ['two versions', at(0, derContext(0, true, hex('02 01 00 02 01 00'))), /2 values instead of one/],
  ['a serial number with a leading zero', at(1, hex('02 02 00 01')), /serial number is an integer that is not/],
  ['a serial number without content', at(1, hex('02 00')), /without content/],
  ['a serial number of text', at(1, derUtf8('1')), /0x0c instead of 0x02/],
  ['an issuer that is no name', at(3, hex('31 00')), /issuer's name is not a sequence/],
  ['a validity of one time', at(4, derSequence(derValue(0x17, Buffer.from('260101000000Z')))), /before its end/],
  [
    'a start that does not exist',
    at(4, VALIDITY('260230000000Z', '20300101000000Z')),
    /start of the validity is a time/,
  ],
  ['a key without bits', at(6, derSequence(derSequence(derOid('1.2.3')))), /public key ends before its key/],
  ['extensions that are no sequence', at(7, derContext(3, true, hex('04 00'))), /primitive/],
  ['one extension twice', extensions(twice, twice), /2\.5\.29\.19 appears twice/],
  ['an extension without a value', extensions(derSequence(derOid('1.2.3'))), /ends before its value/],
  [
    'an extension that is critical as 01',
    extensions(derSequence(derOid('1.2.3'), hex('01 01 01'), hex('04 00'))),
    /critical flag/,
  ],
  ['a field after the extensions', altered((fields) => fields.push(hex('05 00'))), /too many/],
  [
    'a signature of seven bits',
    derSequence(sample.tbs, derSequence(derOid('1.2.3')), derBitString(hex('80'), 1)),
    /whole number/,
  ],
  [
    'more than a mebibyte',
    extensions(derSequence(derOid('1.2.3'), derValue(4, new Uint8Array(LIMITS.certificate)))),
    /larger than/,
  ],
];

describe('what is no certificate is refused in one line', () => {
  it.each(HOSTILE)('%s', (_, der, reason) => {
    expect(() => parseCertificate(der)).toThrow(reason);
    expect(() => parseCertificate(der)).toThrow(
      expect.objectContaining({
        code: 'x509/bad-certificate',
        message: expect.stringMatching(/^the certificate cannot be read: [^\n]+$/),
      }),
    );
  });

  it('whatever byte of a certificate is changed, cut or doubled: a view, or an error of ours', () => {
    const change = fc.record({
      place: fc.nat(sample.der.length - 1),
      octet: fc.nat(255),
      remove: fc.nat(3),
      insert: fc.uint8Array({ maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        let der = Buffer.from(sample.der);
        for (const { place, octet, remove, insert } of changes) {
          if (place < der.length) der[place] = octet;
          der = Buffer.concat([der.subarray(0, place), insert, der.subarray(place + remove)]);
        }
        try {
          const certificate = readAll(der);
          expect(['valid', 'invalid', 'unknown']).toContain(isSelfSigned(certificate));
        } catch (error) {
          expect(isRingtoolError(error)).toBe(true);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

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

  it('on content octets as well: the view shares them with the input', () => {
    const copy = Uint8Array.from(sample.der);
    const view = parseCertificate(copy);
    expect(
      [view.tbs, view.signature, view.subject.der, view.publicKey.spki].every((part) => part.buffer === copy.buffer),
    ).toBe(true);
    expect(contentOf(readDer(view.subject.der)).length).toBe(nameOf('Example').der.length - 2);
  });
});
