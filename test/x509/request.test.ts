import 'reflect-metadata';
import * as peculiar from '@peculiar/x509';
import fc from 'fast-check';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { LIMITS } from '../../src/core/limits.ts';
import { signatureFor } from '../../src/x509/algorithms.ts';
import { childrenOf, encodedOf, readDer, type DerValue } from '../../src/der/reader.ts';
import { derBitString, derInteger, derSequence } from '../../src/der/writer.ts';
import { keyUsage, keyUsageOf } from '../../src/x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../src/x509/extensions/subject-alt-name.ts';
import { listingName } from '../../src/x509/name.ts';
import { parsePublicKey } from '../../src/x509/public-key.ts';
import { buildRequest, parseRequest, verifyRequest } from '../../src/x509/request.ts';
import { keyUsageExtension, subjectAltNameExtension } from '../../src/x509/standard-extensions.ts';
import { itWith, run, temporaryFolder } from '../peers.ts';
import { derOfPem, fixtureKey, hex, nameOf, pem } from './issued.ts';
import { checkDer } from '../der/check-der.ts';

const extensions = [
  keyUsageExtension(keyUsageOf('digitalSignature')),
  subjectAltNameExtension([{ kind: 'dns', value: 'leaf.example' }]),
];
function request(name: string, withExtensions = true): Uint8Array {
  const key = fixtureKey(name);
  const algorithm = signatureFor(parsePublicKey(key.spki));
  return buildRequest({ subject: nameOf('Leaf'), ...key, extensions: withExtensions ? extensions : [], algorithm });
}
const sample = request('p256-a');

describe('a request', () => {
  it.each(['rsa-1024-a', 'rsa-2048-a', 'dsa-2048-a', 'p256-a', 'p521-a'])(
    'with the key %s comes back as it was built',
    (name) => {
      const der = request(name);
      checkDer(der);
      const view = parseRequest(der);
      expect(listingName(view.subject)).toBe('CN=Leaf.O=Example.C=US');
      expect(view.extensions.map(({ oid, critical }) => `${oid} ${critical}`)).toEqual([
        '2.5.29.15 true',
        '2.5.29.17 false',
      ]);
      expect(keyUsage(view)?.digitalSignature).toBe(true);
      expect(verifyRequest(view)).toBe('valid');
    },
  );

  it('may ask for no extension at all', () => {
    const view = parseRequest(request('p256-a', false));
    expect([view.extensions, verifyRequest(view)]).toEqual([[], 'valid']);
  });

  it('that was changed is invalid', () => {
    const changed = Uint8Array.from(sample);
    changed[Buffer.from(changed).indexOf('Leaf')] = 0x6c;
    expect(verifyRequest(parseRequest(changed))).toBe('invalid');
  });

  it('is read by an independent library as we meant it', () => {
    const peer = new peculiar.Pkcs10CertificateRequest(Buffer.from(sample));
    expect(peer.subject).toBe('C=US, O=Example, CN=Leaf');
    expect(peer.extensions.map(({ type }) => type)).toEqual(['2.5.29.15', '2.5.29.17']);
  });

  const folder = temporaryFolder();
  for (const name of ['rsa-2048-a', 'dsa-2048-a', 'p384-a']) {
    itWith(['openssl'], `with the key ${name} is verified by openssl`, () => {
      const file = join(folder, `${name}.pem`);
      writeFileSync(file, pem('CERTIFICATE REQUEST', request(name)));
      const result = run('openssl', ['req', '-in', file, '-verify', '-noout', '-text']);
      expect(`${result.stdout}${result.stderr}`).toMatch(/verify OK/);
      expect(result.stdout).toMatch(/DNS:leaf\.example/);
    });

    itWith(['openssl'], `made by openssl with the key ${name} is read and verified`, () => {
      const key = new URL(`../fixtures/keys/${name}.pem`, import.meta.url).pathname;
      const options = ['-key', key, '-subj', '/C=US/CN=Elm', '-addext', 'subjectAltName=IP:192.0.2.1'];
      const view = parseRequest(derOfPem(run('openssl', ['req', '-new', ...options]).stdout));
      expect(subjectAltNames(view)).toEqual([{ kind: 'ip', address: '192.0.2.1' }]);
      expect(verifyRequest(view)).toBe('valid');
    });
  }
});

/** One case, one sentence. */
const [info, algorithm, signature] = childrenOf(readDer(sample)) as [DerValue, DerValue, DerValue];
const [, subject, key, attributes] = childrenOf(info).map(encodedOf) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const around = (...fields: Uint8Array[]) =>
  derSequence(derSequence(...fields), encodedOf(algorithm), encodedOf(signature));

describe('what is no request is refused in one line', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', hex(''), /ends where/],
    ['a byte after the end', Buffer.concat([sample, hex('00')]), /1 bytes follow/],
    ['the last byte cut off', sample.subarray(0, -1), /cut off/],
    ['version 2', around(derInteger(1), subject, key, attributes), /no version 2/],
    ['no key', around(derInteger(0), subject), /before its public key/],
    ['a field too many', around(derInteger(0), subject, key, attributes, hex('05 00')), /too many/],
    [
      'an attribute without values',
      around(derInteger(0), subject, key, hex('a0 06 30 04 06 02 2a 03')),
      /before its values/,
    ],
    [
      'two sets of requested extensions',
      around(derInteger(0), subject, key, hex('a0 13 30 11 06 09 2a 86 48 86 f7 0d 01 09 0e 31 04 30 00 30 00')),
      /2 values instead of one/,
    ],
    [
      'a signature that is no bit string',
      derSequence(encodedOf(info), encodedOf(algorithm), hex('04 00')),
      /0x04 instead of 0x03/,
    ],
    ['more than a mebibyte', derSequence(derBitString(new Uint8Array(LIMITS.certificate))), /larger than/],
  ])('%s', (_, der, reason) => {
    expect(() => parseRequest(der)).toThrow(reason);
    expect(() => parseRequest(der)).toThrow(
      expect.objectContaining({
        code: 'x509/bad-request',
        message: expect.stringMatching(/^the certificate request cannot be read: [^\n]+$/),
      }),
    );
  });

  it('whatever byte of a request is changed: a view, or an error of ours', () => {
    fc.assert(
      fc.property(fc.nat(sample.length - 1), fc.nat(255), fc.nat(sample.length), (at, octet, end) => {
        const changed = Uint8Array.from(sample);
        changed[at] = octet;
        for (const der of [changed, changed.subarray(0, end)]) {
          try {
            expect(['valid', 'invalid', 'unknown']).toContain(verifyRequest(parseRequest(der)));
          } catch (error) {
            expect(isRingtoolError(error, 'x509/bad-request')).toBe(true);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
