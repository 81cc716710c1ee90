/**
 * Password-based encryption as packages name it: PKCS #12 PBE (RFC 7292 C), PBES1 and PBES2 (RFC 8018 6).
 *
 * `readPbe` turns an AlgorithmIdentifier into something with a name, a price and a way to decrypt. Whether a result
 * is right is the caller's to judge: padding fits by chance once in 256.
 */
import { createHash } from 'node:crypto';
import { RingtoolError } from '../core/errors.ts';
import { integer, octets, oid, sequence, type BerValue } from './ber.ts';
import { aesCbc, DES, rc2, rc4, TRIPLE_DES, TWO_KEY_TRIPLE_DES, type Cipher } from './ciphers.ts';
import { iterationsOf, readKdf, unsupported } from './pbkdf.ts';
import { derivePkcs12, linksOf, PURPOSE } from './pkcs12-kdf.ts';
import { AES_256_CBC, SCHEME } from './oids.ts';

export interface Pbe {
  /** Such as `PBES2 AES-256-CBC, PBKDF2 HMAC-SHA256, 2048 iterations`. */
  readonly title: string;
  /** Which of the password's forms it takes. */
  readonly form: 'classic' | 'text';
  /** Links of the derivation, and what decrypting so many bytes costs beside it: charged before each `decrypt`. */
  cost(bytes: number): number;
  /** Null when the padding is wrong. */
  decrypt(password: Uint8Array, data: Uint8Array): Promise<Uint8Array | null>;
}

/** pkcs-12PbeIds, all with SHA-1. */
const CLASSIC: Readonly<Record<string, Cipher>> = {
  '1.2.840.113549.1.12.1.1': rc4(128),
  '1.2.840.113549.1.12.1.2': rc4(40),
  [SCHEME.tripleDes]: TRIPLE_DES,
  '1.2.840.113549.1.12.1.4': TWO_KEY_TRIPLE_DES,
  '1.2.840.113549.1.12.1.5': rc2(128),
  '1.2.840.113549.1.12.1.6': rc2(40),
};

/** PBES1 of RFC 8018 A.3; its RC2 has 64 bits. MD2 is left out: nothing here can compute it. */
const PBES1: Readonly<Record<string, readonly [digest: string, cipher: Cipher]>> = {
  '1.2.840.113549.1.5.3': ['md5', DES],
  '1.2.840.113549.1.5.6': ['md5', rc2(64)],
  '1.2.840.113549.1.5.10': ['sha1', DES],
  '1.2.840.113549.1.5.11': ['sha1', rc2(64)],
};

/** Ciphers of PBES2 whose parameter is the vector alone. */
const PBES2_CIPHERS: Readonly<Record<string, Cipher>> = {
  '2.16.840.1.101.3.4.1.2': aesCbc(128),
  '2.16.840.1.101.3.4.1.22': aesCbc(192),
  [AES_256_CBC]: aesCbc(256),
  '1.2.840.113549.3.7': TRIPLE_DES,
  '1.3.14.3.2.7': DES,
};
const RC2_CBC = '1.2.840.113549.3.2';

/** Throws `pkcs12/unsupported-algorithm` with the name of what is not known. */
export function readPbe(algorithm: BerValue | undefined): Pbe {
  const [id, parameters] = sequence(algorithm);
  const type = oid(id);
  if (type === SCHEME.pbes2) return readPbes2(parameters);
  const classic = CLASSIC[type];
  if (classic !== undefined) return classicPbe(classic, ...saltAndCount(parameters));
  const pbes1 = PBES1[type];
  if (pbes1 !== undefined) return pbes1Pbe(...pbes1, ...saltAndCount(parameters));
  throw unsupported('encryption', type);
}

function costOf({ price }: Cipher, links: number): (bytes: number) => number {
  return (bytes) => links + Math.ceil((bytes / 1024) * price);
}

function saltAndCount(parameters: BerValue | undefined): [salt: Uint8Array, iterations: number] {
  const [salt, count] = sequence(parameters);
  return [saltOf(salt), iterationsOf(count)];
}

function classicPbe(cipher: Cipher, salt: Uint8Array, iterations: number): Pbe {
  const derive = (password: Uint8Array, purpose: 1 | 2, length: number): Uint8Array =>
    derivePkcs12({ digest: 'sha1', purpose, password, salt, iterations, length });
  return {
    title: `PBE-SHA1-${cipher.title.replace('2-key 3DES', '2DES')}, ${iterations} iterations`,
    form: 'classic',
    cost: costOf(cipher, linksOf('sha1', iterations, cipher.keyLength) + linksOf('sha1', iterations, cipher.ivLength)),
    decrypt: async (password, data) => {
      const iv = cipher.ivLength === 0 ? new Uint8Array(0) : derive(password, PURPOSE.iv, cipher.ivLength);
      return cipher.decrypt(derive(password, PURPOSE.key, cipher.keyLength), iv, data);
    },
  };
}

/** PBKDF1: the digest of password and salt, hashed again and again; key and vector are its first 16 bytes. */
function pbes1Pbe(digest: string, cipher: Cipher, salt: Uint8Array, iterations: number): Pbe {
  return {
    title: `PBES1 ${digest.toUpperCase()} ${cipher.title}, ${iterations} iterations`,
    form: 'text',
    cost: costOf(cipher, linksOf('md5', iterations, 16)),
    decrypt: async (password, data) => {
      let hash = createHash(digest).update(password).update(salt).digest();
      for (let i = 1; i < iterations; i++) hash = createHash(digest).update(hash).digest();
      return cipher.decrypt(hash.subarray(0, 8), hash.subarray(8, 16), data);
    },
  };
}

function readPbes2(parameters: BerValue | undefined): Pbe {
  const [kdfAlgorithm, scheme] = sequence(parameters);
  const { cipher, iv } = readScheme(scheme);
  const kdf = readKdf(kdfAlgorithm, cipher.keyLength);
  return {
    title: `PBES2 ${cipher.title}, ${kdf.title}`,
    form: 'text',
    cost: costOf(cipher, kdf.links),
    decrypt: async (password, data) => cipher.decrypt(await kdf.derive(password), iv, data),
  };
}

function readScheme(scheme: BerValue | undefined): { readonly cipher: Cipher; readonly iv: Uint8Array } {
  const [id, parameter] = sequence(scheme);
  const type = oid(id);
  const cipher = type === RC2_CBC ? rc2OfVersion(sequence(parameter)[0]) : PBES2_CIPHERS[type];
  if (cipher === undefined) throw unsupported('cipher', type);
  const iv = saltOf(type === RC2_CBC ? sequence(parameter)[1] : parameter);
  if (iv.length !== cipher.ivLength)
    throw new RingtoolError('x509/bad-der', 'an initialisation vector of the wrong length');
  return { cipher, iv };
}

/** RFC 8018 B.2.3: the version number stands for the effective key bits. */
function rc2OfVersion(version: BerValue | undefined): Cipher {
  const bits = { 160: 40, 120: 64, 58: 128 }[integer(version)];
  if (bits === undefined) throw unsupported('RC2 of version', String(integer(version)));
  return rc2(bits, bits === 40 ? 5 : bits / 8);
}

function saltOf(value: BerValue | undefined): Uint8Array {
  if (value === undefined || value.tagClass !== 0 || value.tag !== 4)
    throw new RingtoolError('x509/bad-der', 'no salt');
  return octets(value);
}
