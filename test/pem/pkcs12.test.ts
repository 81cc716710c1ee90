/** The reader against packages nobody's tool writes: rare algorithms, damage, and files made to harm. */
import { createCipheriv, createHmac, pbkdf2Sync, scryptSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { LIMITS } from '../../src/core/limits.ts';
import { leafOf, readPkcs12 } from '../../src/pem/pkcs12.ts';
import { writePkcs12 } from '../../src/pem/pkcs12-writer.ts';
import { derContext, derInteger, derNull, derOctetString, derOid, derSequence, derSet } from '../../src/der/writer.ts';
import { countingRandom, PKI, SERVER_CHAIN } from './pki.ts';

const SALT = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const DATA = '1.2.840.113549.1.7.1';
const BAG = '1.2.840.113549.1.12.10.1.';
const HMAC_SHA3 = derSequence(derOid('2.16.840.1.101.3.4.2.16'), derNull());
const HMAC_SHA256 = derSequence(derOid('1.2.840.113549.2.9'), derNull());

const dataPart = (content: Uint8Array): Uint8Array =>
  derSequence(derOid(DATA), derContext(0, true, derOctetString(content)));
const bag = (type: number, value: Uint8Array): Uint8Array =>
  derSequence(derOid(`${BAG}${type}`), derContext(0, true, value));
const certificateBag = (der: Uint8Array): Uint8Array =>
  bag(3, derSequence(derOid('1.2.840.113549.1.9.22.1'), derContext(0, true, derOctetString(der))));
const safe = (...bags: readonly Uint8Array[]): Uint8Array => dataPart(derSequence(...bags));
const pfx = (parts: readonly Uint8Array[], ...mac: readonly Uint8Array[]): Uint8Array =>
  derSequence(derInteger(3), dataPart(derSequence(...parts)), ...mac);
const plainSafe = safe(certificateBag(PKI.server), bag(1, PKI.serverKey));

const pbkdf2 = (iterations: number | bigint, ...rest: readonly Uint8Array[]): Uint8Array =>
  derSequence(derOid('1.2.840.113549.1.5.12'), derSequence(derOctetString(SALT), derInteger(iterations), ...rest));
const pbes2 = (kdf: Uint8Array): Uint8Array =>
  derSequence(
    derOid('1.2.840.113549.1.5.13'),
    derSequence(kdf, derSequence(derOid('2.16.840.1.101.3.4.1.42'), derOctetString(new Uint8Array(16)))),
  );
const shroudedKey = (algorithm: Uint8Array, data: Uint8Array = new Uint8Array(32)): Uint8Array =>
  bag(2, derSequence(algorithm, derOctetString(data)));
const tripleDes = (iterations: number | bigint): Uint8Array =>
  derSequence(derOid('1.2.840.113549.1.12.1.3'), derSequence(derOctetString(SALT), derInteger(iterations)));
const rc2 = (iterations: number): Uint8Array =>
  derSequence(derOid('1.2.840.113549.1.12.1.6'), derSequence(derOctetString(SALT), derInteger(iterations)));
const mac = (digest: string, iterations: number | bigint): Uint8Array =>
  derSequence(
    derSequence(derSequence(derOid(digest), derNull()), derOctetString(new Uint8Array(20))),
    derOctetString(SALT),
    derInteger(iterations),
  );
const SHA1 = '1.3.14.3.2.26';
const encipher = (key: Uint8Array, data: Uint8Array): Uint8Array => {
  const cipher = createCipheriv('aes-256-cbc', key, new Uint8Array(16));
  return Buffer.concat([cipher.update(data), cipher.final()]);
};

/** RFC 9879: the MAC's own salt and count are there and mean nothing. */
function pbmac1(content: Uint8Array, password: string, length: number): Uint8Array {
  const key = pbkdf2Sync(password, SALT, 1000, length, 'sha256');
  const scheme = derSequence(derOid('1.2.840.113549.2.11'), derNull());
  const parameters = derSequence(pbkdf2(1000, derInteger(length), HMAC_SHA256), scheme);
  const digest = createHmac('sha512', key).update(content).digest();
  const algorithm = derSequence(derOid('1.2.840.113549.1.5.14'), parameters);
  return derSequence(derSequence(algorithm, derOctetString(digest)), derOctetString(new Uint8Array(8)), derInteger(1));
}

describe('rare but right', () => {
  it.each([64, 20])('PBMAC1 with a key of %d bytes', async (length) => {
    const bytes = pfx([plainSafe], pbmac1(derSequence(plainSafe), 'secret', length));
    const contents = await readPkcs12(bytes, 'secret');
    expect(contents.mac).toBe('PBMAC1 HMAC-SHA512, PBKDF2 HMAC-SHA256, 1000 iterations');
    expect(leafOf(contents)?.certificate).toBe(contents.certificates[0]);
    await expect(readPkcs12(bytes, 'other')).rejects.toMatchObject({ code: 'pkcs12/password' });
  });

  it('scrypt', async () => {
    const parameters = derSequence(derOctetString(SALT), derInteger(1024), derInteger(8), derInteger(1));
    const kdf = derSequence(derOid('1.3.6.1.4.1.11591.4.11'), parameters);
    const data = encipher(scryptSync('secret', SALT, 32, { N: 1024, r: 8, p: 1 }), PKI.serverKey);
    const contents = await readPkcs12(pfx([safe(shroudedKey(pbes2(kdf), data))]), 'secret');
    expect(contents.encryption).toEqual(['PBES2 AES-256-CBC, scrypt N=1024 r=8 p=1']);
    expect(contents.keys).toHaveLength(1);
  });

  it.each(['utf8', 'utf16le', 'latin1'] as const)(
    'a PBES2 password that the producer encoded as %s',
    async (encoding) => {
      const password =
        encoding === 'utf16le' ? Buffer.from('grün\0', encoding).swap16() : Buffer.from('grün', encoding);
      const data = encipher(pbkdf2Sync(password, SALT, 10, 32, 'sha256'), PKI.serverKey);
      const contents = await readPkcs12(pfx([safe(shroudedKey(pbes2(pbkdf2(10, HMAC_SHA256)), data))]), 'grün');
      expect(contents.keys).toHaveLength(1);
    },
  );

  it('no MAC, bags within bags, entries of other kinds', async () => {
    const nested = bag(6, derSequence(certificateBag(PKI.ca), bag(5, derSequence()), bag(4, derSequence())));
    const contents = await readPkcs12(pfx([plainSafe, safe(nested, bag(9, derSequence()))]), 'any');
    expect(contents.certificates).toHaveLength(2);
    expect(contents.mac).toBeNull();
    expect(contents.ignored).toEqual(['a secret', 'a certificate revocation list', `an entry of type ${BAG}9`]);
  });

  it('several keys: the first that has a certificate is the leaf', async () => {
    const contents = await readPkcs12(
      pfx([safe(bag(1, PKI.clientKey), bag(1, PKI.serverKey), certificateBag(PKI.server))]),
      '',
    );
    expect(contents.keys).toHaveLength(2);
    expect(leafOf(contents)?.key).toBe(contents.keys[1]);
  });

  it('a key locked with another password than the package', async () => {
    const data = encipher(pbkdf2Sync('other', SALT, 10, 32, 'sha256'), PKI.serverKey);
    const part = safe(shroudedKey(pbes2(pbkdf2(10, HMAC_SHA256)), data));
    const bytes = pfx([part], pbmac1(derSequence(part), 'secret', 32));
    await expect(readPkcs12(bytes, 'secret')).rejects.toMatchObject({
      code: 'pkcs12/bad',
      hint: expect.stringContaining('another password'),
    });
  });
});

describe('unknown is not a wrong password', () => {
  it.each<[string, Uint8Array, string]>([
    ['MAC digest', pfx([plainSafe], mac('1.2.3.4', 1)), '1.2.3.4'],
    ['encryption', pfx([safe(shroudedKey(derSequence(derOid('1.2.3.5'), derNull())))]), '1.2.3.5'],
    ['PRF', pfx([safe(shroudedKey(pbes2(pbkdf2(1, derSequence(derOid('1.2.3.6'))))))]), '1.2.3.6'],
    ['key derivation', pfx([safe(shroudedKey(pbes2(derSequence(derOid('1.2.3.7'), derSequence()))))]), '1.2.3.7'],
    [
      'signed package',
      derSequence(derInteger(3), derSequence(derOid('1.2.840.113549.1.7.2'), derContext(0, true, derSequence()))),
      'signed',
    ],
    [
      'part for a certificate',
      pfx([derSequence(derOid('1.2.840.113549.1.7.3'), derContext(0, true, derSequence()))]),
      'certificate',
    ],
  ])('%s', async (_, bytes, named) => {
    await expect(readPkcs12(bytes, 'secret')).rejects.toMatchObject({
      code: 'pkcs12/unsupported-algorithm',
      message: expect.stringContaining(named),
    });
  });
});

describe('too much work is refused before it is begun', () => {
  const most = LIMITS.pkcs12Iterations;
  it.each<[string, Uint8Array]>([
    ['ten million for the MAC', pfx([plainSafe], mac(SHA1, most))],
    ['two to the hundred for the MAC', pfx([plainSafe], mac(SHA1, 2n ** 100n))],
    ['three million with a slow digest', pfx([plainSafe], mac('2.16.840.1.101.3.4.2.3', 3_000_000))],
    ['five million with SHA-3', pfx([safe(shroudedKey(pbes2(pbkdf2(5_000_000, HMAC_SHA3))))])],
    ['five million for each spelling of the password', pfx([safe(shroudedKey(pbes2(pbkdf2(most / 2, HMAC_SHA256))))])],
    ['many mebibytes of RC2', pfx([safe(shroudedKey(rc2(5_000_000), new Uint8Array(8 * 1024 * 1024)))])],
    ['ten million for a key', pfx([safe(shroudedKey(pbes2(pbkdf2(most, HMAC_SHA256))))])],
    ['four million of the triple chain', pfx([safe(shroudedKey(tripleDes(4_000_000)))])],
    [
      'a million for each of a dozen keys',
      pfx([safe(...Array.from({ length: 12 }, () => shroudedKey(pbes2(pbkdf2(1_000_000, HMAC_SHA256)))))]),
    ],
    [
      'nine million in the MAC and two behind it',
      pfx([safe(shroudedKey(pbes2(pbkdf2(2_000_000, HMAC_SHA256))))], mac(SHA1, 9_000_000)),
    ],
    [
      'scrypt beyond memory',
      pfx([
        safe(
          shroudedKey(
            pbes2(
              derSequence(
                derOid('1.3.6.1.4.1.11591.4.11'),
                derSequence(derOctetString(SALT), derInteger(2 ** 30), derInteger(8), derInteger(1)),
              ),
            ),
          ),
        ),
      ]),
    ],
  ])('%s', async (_, bytes) => {
    await expect(readPkcs12(bytes, 'secret')).rejects.toMatchObject({ code: 'pkcs12/too-many-iterations' });
  });

  it('says the number that stands in the file', async () => {
    const bytes = pfx([safe(shroudedKey(pbes2(pbkdf2(5_000_001, HMAC_SHA3))))]);
    await expect(readPkcs12(bytes, 'secret')).rejects.toThrow(/HMAC-SHA3-512, 5000001 iterations/);
  });

  it('derives nothing when one spelling of a password would do and both would not', async () => {
    const bytes = pfx([plainSafe], mac('2.16.840.1.101.3.4.2.3', 1_300_000));
    await expect(readPkcs12(bytes, 'p\u00e4ss')).rejects.toMatchObject({ code: 'pkcs12/too-many-iterations' });
  });
});

describe('damage', () => {
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['a certificate', PKI.server],
    ['version and no more', derSequence(derInteger(3))],
    ['no parts that are parts', pfx([derNull()])],
    ['zero iterations', pfx([plainSafe], mac(SHA1, 0))],
    ['negative iterations', pfx([plainSafe], mac(SHA1, -1))],
    ['an encrypted key without data', pfx([safe(bag(2, derSequence(tripleDes(1))))])],
    [
      'a vector of the wrong length',
      pfx([
        safe(
          shroudedKey(
            derSequence(
              derOid('1.2.840.113549.1.5.13'),
              derSequence(pbkdf2(1), derSequence(derOid('2.16.840.1.101.3.4.1.42'), derOctetString(SALT))),
            ),
          ),
        ),
      ]),
    ],
    ['a key length that is not the cipher’s', pfx([safe(shroudedKey(pbes2(pbkdf2(1, derInteger(5), HMAC_SHA256))))])],
    [
      'a PBMAC1 without key length',
      pfx(
        [plainSafe],
        derSequence(
          derSequence(
            derSequence(derOid('1.2.840.113549.1.5.14'), derSequence(pbkdf2(1), HMAC_SHA256)),
            derOctetString(SALT),
          ),
          derOctetString(SALT),
        ),
      ),
    ],
    [
      'bags nested without end',
      pfx([
        safe(
          Array.from({ length: 8 }).reduce<Uint8Array>((inner) => bag(6, derSequence(inner)), bag(5, derSequence())),
        ),
      ]),
    ],
    [
      'more entries than the limit',
      pfx([safe(...Array.from({ length: 2 * LIMITS.packageCertificates + 1 }, () => bag(5, derSequence())))]),
    ],
    [
      'a set of names that is none',
      pfx([safe(derSequence(derOid(`${BAG}5`), derContext(0, true, derSequence()), derSet(derNull())))]),
    ],
  ])('%s', async (_, bytes) => {
    await expect(readPkcs12(bytes, 'secret')).rejects.toMatchObject({ code: 'pkcs12/bad' });
  });

  const allowed = [
    'pkcs12/bad',
    'pkcs12/password',
    'pkcs12/unsupported-algorithm',
    'pkcs12/too-many-iterations',
  ] as const;
  it.each(['modern', 'zos'] as const)('any alteration of a %s package is refused or harmless', async (profile) => {
    const input = { certificates: SERVER_CHAIN, pkcs8: PKI.serverKey, password: 'secret', friendlyName: 'Elm' };
    const good = await writePkcs12({ ...input, profile, iterations: 2, random: countingRandom() });
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const altered = Uint8Array.from(good);
        altered[at] = (altered[at] ?? 0) ^ flip;
        try {
          const { certificates } = await readPkcs12(altered, 'secret');
          expect(Buffer.concat(certificates.map(({ der }) => der)).equals(Buffer.concat(SERVER_CHAIN))).toBe(true);
        } catch (error) {
          if (!isRingtoolError(error, ...allowed)) throw error;
        }
      }),
      { numRuns: 400 },
    );
  });

  it('any bytes are answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
        const outcome = await readPkcs12(Buffer.concat([Uint8Array.of(0x30, 0x80), noise]), 'secret').catch(
          (error: unknown) => error,
        );
        expect(isRingtoolError(outcome, ...allowed)).toBe(true);
      }),
    );
  });
});
