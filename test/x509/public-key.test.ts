import { type createPublicKey, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { derBitString, derInteger, derNull, derOctetString, derOid, derSequence } from '../../src/der/writer.ts';
import { CURVES, KEY_OIDS } from '../../src/x509/oids.ts';
import { parsePublicKey } from '../../src/x509/public-key.ts';
import { fixtureKey, hex } from './issued.ts';

const view = (spki: Uint8Array) => {
  const { kind, size, curve, exponent } = parsePublicKey(spki);
  return { kind, size, curve, exponent };
};
const spkiOf = (key: ReturnType<typeof createPublicKey>) => new Uint8Array(key.export({ type: 'spki', format: 'der' }));

describe('a public key', () => {
  it.each([
    ['rsa-1024-a', 'RSA', 1024],
    ['rsa-2048-a', 'RSA', 2048],
    ['rsa-4096-a', 'RSA', 4096],
    ['dsa-1024-a', 'DSA', 1024],
    ['dsa-2048-a', 'DSA', 2048],
    ['p256-a', 'NIST ECC', 256],
    ['p384-a', 'NIST ECC', 384],
    ['p521-a', 'NIST ECC', 521],
  ])('%s is %s of %i bits', (name, kind, size) => {
    expect(view(fixtureKey(name).spki)).toMatchObject({ kind, size });
  });

  it('of RSA has its exponent', () => {
    expect(view(fixtureKey('rsa-2048-a').spki)).toEqual({ kind: 'RSA', size: 2048, curve: null, exponent: 65537n });
  });

  it.each(CURVES)('on $name has the name OpenSSL gives the curve', ({ name, family, size }) => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: name });
    expect(publicKey.asymmetricKeyDetails?.namedCurve).toBe(name);
    expect(view(spkiOf(publicKey))).toEqual({ kind: family, size, curve: name, exponent: null });
  });

  it('on another curve, by name or by parameters, is OTHER EC', () => {
    const named = generateKeyPairSync('ec', { namedCurve: 'secp256k1' }).publicKey;
    expect(view(spkiOf(named))).toMatchObject({ kind: 'OTHER EC', size: 256, curve: '1.3.132.0.10' });
    const explicit = generateKeyPairSync('ec', { namedCurve: 'prime256v1', paramEncoding: 'explicit' }).publicKey;
    expect(view(spkiOf(explicit))).toMatchObject({ kind: 'OTHER EC', size: 256, curve: null });
  });

  it('of the newer kinds is told by its identifier', () => {
    expect(view(spkiOf(generateKeyPairSync('ed25519').publicKey))).toMatchObject({ kind: 'Ed25519', size: 256 });
    expect(view(spkiOf(generateKeyPairSync('ed448').publicKey))).toMatchObject({ kind: 'Ed448', size: 456 });
    const pss = generateKeyPairSync('rsa-pss', { modulusLength: 1024 }).publicKey;
    expect(view(spkiOf(pss))).toMatchObject({ kind: 'RSA-PSS', size: 1024 });
  });

  it('of an unknown algorithm is UNKNOWN, not an error', () => {
    const spki = derSequence(derSequence(derOid('1.2.3.4')), derBitString(hex('00')));
    expect(view(spki)).toEqual({ kind: 'UNKNOWN', size: 0, curve: null, exponent: null });
  });

  it('of DSA may inherit its parameters', () => {
    const spki = derSequence(derSequence(derOid(KEY_OIDS.dsa)), derBitString(derInteger(5)));
    expect(view(spki)).toMatchObject({ kind: 'DSA', size: 0 });
  });

  it('gives the content of its bit string', () => {
    const { spki } = fixtureKey('p256-a');
    expect(Buffer.from(parsePublicKey(spki).bits)).toEqual(Buffer.from(spki.subarray(-65)));
  });

  const rsa = (key: Uint8Array) => derSequence(derSequence(derOid(KEY_OIDS.rsa), derNull()), derBitString(key));
  it.each<[string, Uint8Array, RegExp]>([
    ['nothing', hex(''), /ends where/],
    ['no sequence', hex('04 00'), /0x04 instead of 0x30/],
    ['an RSA key that is no sequence', rsa(derOctetString(hex('00'))), /the RSA key/],
    ['an RSA key without an exponent', rsa(derSequence(derInteger(5))), /before its exponent/],
    ['a negative modulus', rsa(derSequence(derInteger(-5), derInteger(3))), /modulus is negative/],
    [
      'an elliptic key without a curve',
      derSequence(derSequence(derOid(KEY_OIDS.ec)), derBitString(hex('04'))),
      /no curve/,
    ],
    [
      'a key of bits that are no octets',
      derSequence(derSequence(derOid('1.2.3')), derBitString(hex('80'), 7)),
      /whole number/,
    ],
  ])('with %s is refused', (_, spki, reason) => {
    expect(() => parsePublicKey(spki)).toThrow(reason);
    expect(() => parsePublicKey(spki)).toThrow(expect.objectContaining({ code: 'x509/bad-key' }));
  });
});
