import { createPrivateKey, sign as signWith, constants } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseCertificate } from '../../src/x509/certificate.ts';
import { childrenOf, encodedOf, readDer, type DerValue } from '../../src/der/reader.ts';
import { derBitString, derContext, derInteger, derNull, derOid, derSequence } from '../../src/der/writer.ts';
import { isSelfIssued, isSelfSigned, verifySignature } from '../../src/x509/verify.ts';
import { fixtureKey, hex, issued } from './issued.ts';

const ca = issued('Example CA', fixtureKey('rsa-2048-a'), { ca: true });
const leaf = issued('Leaf', fixtureKey('p256-a'), { issuer: ca, serial: 1n });

/** The certificate with another algorithm identifier (inside and outside) and signature. */
function resigned(algorithm: Uint8Array, signature: (tbs: Uint8Array) => Uint8Array) {
  const [tbs] = childrenOf(readDer(leaf.certificate.der)) as [DerValue];
  const fields = childrenOf(tbs).map(encodedOf);
  fields.splice(2, 1, algorithm);
  const part = derSequence(...fields);
  return parseCertificate(derSequence(part, algorithm, derBitString(signature(part))));
}
const plain = (oid: string) => derSequence(derOid(oid), derNull());

describe('a signature is', () => {
  it('valid under the key that made it', () => {
    expect(verifySignature(leaf.certificate, ca.key.spki)).toBe('valid');
  });

  it.each(['rsa-2048-b', 'p256-a', 'dsa-1024-a'])('invalid under another key (%s)', (name) => {
    expect(verifySignature(leaf.certificate, fixtureKey(name).spki)).toBe('invalid');
  });

  it('invalid when one bit of the certificate changed', () => {
    const changed = Uint8Array.from(leaf.certificate.der);
    const at = Buffer.from(changed).indexOf('Leaf');
    changed[at] = 0x6c;
    expect(verifySignature(parseCertificate(changed), ca.key.spki)).toBe('invalid');
  });

  it('invalid when the algorithm inside is another one', () => {
    const [tbs, , signature] = childrenOf(readDer(leaf.certificate.der)) as [DerValue, DerValue, DerValue];
    const der = derSequence(encodedOf(tbs), plain('1.2.840.113549.1.1.12'), encodedOf(signature));
    expect(verifySignature(parseCertificate(der), ca.key.spki)).toBe('invalid');
  });

  it.each([
    ['an algorithm nobody knows', plain('1.2.3.4')],
    ['MD2', plain('1.2.840.113549.1.1.2')],
    ['PSS without parameters', derSequence(derOid('1.2.840.113549.1.1.10'))],
    ['PSS with parameters that cannot be read', derSequence(derOid('1.2.840.113549.1.1.10'), hex('30 02 05 00'))],
    [
      'PSS with a digest nobody knows',
      derSequence(derOid('1.2.840.113549.1.1.10'), derSequence(derContext(0, true, plain('1.2.3')))),
    ],
    [
      'PSS with another trailer',
      derSequence(derOid('1.2.840.113549.1.1.10'), derSequence(derContext(3, true, derInteger(2)))),
    ],
    [
      'PSS with two digests',
      derSequence(derOid('1.2.840.113549.1.1.10'), derSequence(derContext(0, true, plain('2.16.840.1.101.3.4.2.1')))),
    ],
  ])('unknown for %s', (_, algorithm) => {
    expect(
      verifySignature(
        resigned(algorithm, () => hex('00')),
        ca.key.spki,
      ),
    ).toBe('unknown');
  });

  it('unknown when the key cannot be loaded', () => {
    expect(verifySignature(leaf.certificate, hex('30 00'))).toBe('unknown');
  });

  it('valid for PSS with all defaults (SHA-1, salt of 20)', () => {
    const key = createPrivateKey({ key: Buffer.from(ca.key.pkcs8), format: 'der', type: 'pkcs8' });
    const pss = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 20 };
    const algorithm = derSequence(derOid('1.2.840.113549.1.1.10'), derSequence());
    const good = resigned(algorithm, (tbs) => new Uint8Array(signWith('sha1', tbs, pss)));
    expect(verifySignature(good, ca.key.spki)).toBe('valid');
    expect(
      verifySignature(
        resigned(algorithm, () => new Uint8Array(256)),
        ca.key.spki,
      ),
    ).toBe('invalid');
  });
});

describe('self-signed', () => {
  it('is a certificate of one name and its own key', () => {
    expect([isSelfIssued(ca.certificate), isSelfSigned(ca.certificate)]).toEqual([true, 'valid']);
    expect([isSelfIssued(leaf.certificate), isSelfSigned(leaf.certificate)]).toEqual([false, 'invalid']);
  });

  it('is not one of the same name under another key', () => {
    const rolled = issued('Example CA', fixtureKey('p384-a'), { issuer: ca, ca: true, serial: 2n });
    expect([isSelfIssued(rolled.certificate), isSelfSigned(rolled.certificate)]).toEqual([true, 'invalid']);
  });
});
