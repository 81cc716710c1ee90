import forge from 'node-forge';
import { describe, expect, it } from 'vitest';
import { bmpPassword, passwordForms } from '../../src/pem/passwords.ts';
import { derivePkcs12, linksOf, PURPOSE, type Purpose } from '../../src/pem/pkcs12-kdf.ts';

const digests = {
  sha1: () => forge.md.sha1.create(),
  sha256: () => forge.md.sha256.create(),
  sha512: () => forge.md.sha512.create(),
};

describe('derivePkcs12 agrees with node-forge', () => {
  const cases = (['sha1', 'sha256', 'sha512'] as const).flatMap((digest) =>
    [1, 2, 3].flatMap((purpose) => [8, 20, 100].map((length) => ({ digest, purpose: purpose as Purpose, length }))),
  );
  it.each(cases)('$digest, purpose $purpose, $length bytes', ({ digest, purpose, length }) => {
    const salt = Uint8Array.from({ length: 70 }, (_, i) => i);
    const expected = forge.pkcs12.generateKey(
      'smeg',
      forge.util.createBuffer(Buffer.from(salt).toString('latin1')),
      purpose,
      7,
      length,
      digests[digest](),
    );
    const derived = derivePkcs12({ digest, purpose, password: bmpPassword('smeg'), salt, iterations: 7, length });
    expect(Buffer.from(derived).toString('hex')).toBe(expected.toHex());
  });
});

it('an absent password is not an empty one', () => {
  const derive = (password: Uint8Array): string =>
    Buffer.from(
      derivePkcs12({
        digest: 'sha1',
        purpose: PURPOSE.mac,
        password,
        salt: Uint8Array.of(1),
        iterations: 2,
        length: 20,
      }),
    ).toString('hex');
  const [empty, absent] = passwordForms('').classic.map(derive);
  expect(empty).not.toBe(absent);
});

it('a price is paid for every chain, and more for slow digests', () => {
  expect(linksOf('sha1', 1000, 24)).toBe(2000);
  expect(linksOf('sha256', 1000, 32)).toBe(1000);
  expect(linksOf('sha512', 1000, 64)).toBe(4000);
});
