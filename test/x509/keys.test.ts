import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signatureFor, signingAlgorithm } from '../../src/x509/algorithms.ts';
import { generateKeyPair, isSupportedSize, publicKeyOf, sign, type KeySpec } from '../../src/x509/keys.ts';
import { CURVES } from '../../src/x509/oids.ts';
import { parsePublicKey } from '../../src/x509/public-key.ts';
import { fixtureKey, hex } from './issued.ts';

const unsupported = expect.objectContaining({ code: 'x509/unsupported-algorithm' });
const ELLIPTIC: readonly KeySpec[] = CURVES.map(({ family, size }) => ({ kind: family, size }));

describe('key generation', () => {
  it.each<KeySpec>([{ kind: 'RSA', size: 512 }, { kind: 'DSA', size: 1024 }, { kind: 'DSA', size: 1536 }, ...ELLIPTIC])(
    'makes $kind of $size bits, which sign as RACF would with them',
    async (spec) => {
      const pair = await generateKeyPair(spec);
      const view = parsePublicKey(pair.spki);
      expect(view).toMatchObject(spec);
      expect(Buffer.from(publicKeyOf(pair.pkcs8))).toEqual(Buffer.from(pair.spki));
      const algorithm = signatureFor(view);
      expect(algorithm).toBe(signatureFor(spec));
      const signature = sign(pair.pkcs8, algorithm, hex('01 02'));
      const key = createPublicKey({ key: Buffer.from(pair.spki), format: 'der', type: 'spki' });
      expect(verify(signingAlgorithm(algorithm).digest, hex('01 02'), key, signature)).toBe(true);
    },
  );

  it('gives RSA keys the exponent 65537', async () => {
    expect(parsePublicKey((await generateKeyPair({ kind: 'RSA', size: 1024 })).spki).exponent).toBe(65537n);
  });

  it('gives DSA keys the divisor that FIPS 186 pairs with their size', async () => {
    const { spki } = await generateKeyPair({ kind: 'DSA', size: 1024 });
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' });
    expect(key.asymmetricKeyDetails).toMatchObject({ modulusLength: 1024, divisorLength: 160 });
  });

  it.each<KeySpec>([
    { kind: 'RSA', size: 511 },
    { kind: 'RSA', size: 4097 },
    { kind: 'RSA', size: 1024.5 },
    { kind: 'DSA', size: 512 },
    { kind: 'DSA', size: 960 },
    { kind: 'DSA', size: 1100 },
    { kind: 'DSA', size: 2112 },
    { kind: 'NIST ECC', size: 160 },
    { kind: 'NIST ECC', size: 512 },
    { kind: 'Brainpool ECC', size: 521 },
  ])('refuses $kind of $size bits', async (spec) => {
    expect(isSupportedSize(spec)).toBe(false);
    await expect(generateKeyPair(spec)).rejects.toEqual(unsupported);
  });
});

describe('private keys', () => {
  const rsa = fixtureKey('rsa-2048-a');
  const p256 = fixtureKey('p256-a');

  it('that cannot be read are refused without a word of them', () => {
    const broken = Uint8Array.from(rsa.pkcs8).subarray(0, 400);
    for (const use of [() => publicKeyOf(broken), () => sign(broken, 'sha256RSA', hex(''))]) {
      let error: unknown;
      try {
        use();
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toMatchObject({ code: 'x509/bad-key', message: 'the private key cannot be read' });
      expect((error as Error).cause).toBeUndefined();
    }
  });

  it('sign by algorithms of their own kind only', () => {
    expect(() => sign(p256.pkcs8, 'sha256RSA', hex('00'))).toThrow(unsupported);
    expect(() => sign(rsa.pkcs8, 'sha256ECDSA', hex('00'))).toThrow(unsupported);
  });
});
