import { describe, expect, it } from 'vitest';
import { signatureAlgorithmOf, signatureFor, signingAlgorithm } from '../../src/x509/algorithms.ts';
import { readDer } from '../../src/der/reader.ts';
import type { KeySpec } from '../../src/x509/keys.ts';
import { hex } from './issued.ts';

const unsupported = expect.objectContaining({ code: 'x509/unsupported-algorithm' });

describe('the algorithm RACF picks', () => {
  it.each<[KeySpec['kind'], number, string]>([
    ['RSA', 512, 'sha1RSA'],
    ['RSA', 1024, 'sha1RSA'],
    ['RSA', 2047, 'sha1RSA'],
    ['RSA', 2048, 'sha256RSA'],
    ['RSA', 4096, 'sha256RSA'],
    ['DSA', 1024, 'sha1DSA'],
    ['DSA', 2048, 'sha256DSA'],
    ['NIST ECC', 192, 'sha256ECDSA'],
    ['NIST ECC', 224, 'sha256ECDSA'],
    ['NIST ECC', 256, 'sha256ECDSA'],
    ['NIST ECC', 384, 'sha384ECDSA'],
    ['NIST ECC', 521, 'sha512ECDSA'],
    ['Brainpool ECC', 160, 'sha256ECDSA'],
    ['Brainpool ECC', 256, 'sha256ECDSA'],
    ['Brainpool ECC', 320, 'sha384ECDSA'],
    ['Brainpool ECC', 384, 'sha384ECDSA'],
    ['Brainpool ECC', 512, 'sha512ECDSA'],
  ])('for %s of %i bits is %s', (kind, size, name) => {
    expect(signatureFor({ kind, size } as KeySpec)).toBe(name);
  });

  it.each(['RSA-PSS', 'OTHER EC', 'Ed25519', 'Ed448', 'UNKNOWN'] as const)('does not exist for %s', (kind) => {
    const key = { kind, size: 256, spki: hex(''), bits: hex(''), curve: null, exponent: null };
    expect(() => signatureFor(key)).toThrow(unsupported);
  });
});

describe('an algorithm identifier', () => {
  it.each([
    ['30 0d 06 09 2a 86 48 86 f7 0d 01 01 02 05 00', 'md2RSA', 'md2', 'rsa'],
    ['30 0d 06 09 2a 86 48 86 f7 0d 01 01 05 05 00', 'sha1RSA', 'sha1', 'rsa'],
    ['30 09 06 05 2b 0e 03 02 1d 05 00', 'sha1RSA', 'sha1', 'rsa'],
    ['30 09 06 07 2a 86 48 ce 38 04 03', 'sha1DSA', 'sha1', 'dsa'],
    ['30 0b 06 09 60 86 48 01 65 03 04 03 02', 'sha256DSA', 'sha256', 'dsa'],
    ['30 0a 06 08 2a 86 48 ce 3d 04 03 04', 'sha512ECDSA', 'sha512', 'ecdsa'],
    ['30 05 06 03 2b 65 70', 'UNKNOWN', null, 'ed25519'],
    ['30 04 06 02 2a 03', 'UNKNOWN', null, null],
  ])('%s is %s', (bytes, name, digest, scheme) => {
    expect(signatureAlgorithmOf(readDer(hex(bytes)), 'it')).toMatchObject({ name, digest, scheme });
  });

  it('is written with NULL parameters for RSA and without for the others', () => {
    expect(Buffer.from(signingAlgorithm('sha256RSA').identifier)).toEqual(
      Buffer.from(hex('30 0d 06 09 2a 86 48 86 f7 0d 01 01 0b 05 00')),
    );
    expect(Buffer.from(signingAlgorithm('sha1RSA').identifier)).toEqual(
      Buffer.from(hex('30 0d 06 09 2a 86 48 86 f7 0d 01 01 05 05 00')),
    );
    expect(Buffer.from(signingAlgorithm('sha256ECDSA').identifier)).toEqual(
      Buffer.from(hex('30 0a 06 08 2a 86 48 ce 3d 04 03 02')),
    );
  });

  it.each(['md2RSA', 'UNKNOWN', 'sha3RSA', ''])('of the name %j is not signed with', (name) => {
    expect(() => signingAlgorithm(name)).toThrow(unsupported);
  });
});
