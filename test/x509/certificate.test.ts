import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { LIMITS } from '../../src/core/limits.ts';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { childrenOf, contentOf, encodedOf, readDer } from '../../src/der/reader.ts';
import { derBitString, derContext, derInteger, derOid, derSequence, derUtf8, derValue } from '../../src/der/writer.ts';
import { listingName } from '../../src/x509/name.ts';
import { isSelfSigned } from '../../src/x509/verify.ts';
import { hex, nameOf } from './issued.ts';
import { altered, at, readAll, sample } from './certificate-sample.ts';

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

  it('shares its bytes with the input', () => {
    const copy = Uint8Array.from(sample.der);
    const view = parseCertificate(copy);
    expect(
      [view.tbs, view.signature, view.subject.der, view.publicKey.spki].every((part) => part.buffer === copy.buffer),
    ).toBe(true);
    expect(contentOf(readDer(view.subject.der)).length).toBe(nameOf('Example').der.length - 2);
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
