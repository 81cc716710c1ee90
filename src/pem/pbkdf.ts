/** PBKDF2 (RFC 8018 A.2) and scrypt (RFC 7914 7) as PBES2 and PBMAC1 name them, run in the thread pool. */
import { pbkdf2, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { integer, isUniversal, octets, oid, sequence, TAG, type BerValue } from './ber.ts';
import { DIGESTS } from './pkcs12-kdf.ts';
import { HMAC_SHA1, HMAC_SHA256, SCHEME } from './oids.ts';

export interface Kdf {
  readonly title: string;
  readonly links: number;
  derive(password: Uint8Array): Promise<Uint8Array>;
}

const SCRYPT = '1.3.6.1.4.1.11591.4.11';

/** HMAC algorithms by identifier, as digest names of `node:crypto`. */
export const HMACS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.6': 'md5',
  [HMAC_SHA1]: 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  [HMAC_SHA256]: 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
  '1.2.840.113549.2.12': 'sha512-224',
  '1.2.840.113549.2.13': 'sha512-256',
  '2.16.840.1.101.3.4.2.13': 'sha3-224',
  '2.16.840.1.101.3.4.2.14': 'sha3-256',
  '2.16.840.1.101.3.4.2.15': 'sha3-384',
  '2.16.840.1.101.3.4.2.16': 'sha3-512',
};

/** `keyLength` is what the cipher needs; null takes the length that must then stand in the parameters (RFC 9879 4). */
export function readKdf(algorithm: BerValue | undefined, keyLength: number | null): Kdf {
  const [id, parameters] = sequence(algorithm);
  const type = oid(id);
  if (type === SCHEME.pbkdf2) return readPbkdf2(sequence(parameters), keyLength);
  if (type === SCRYPT) return readScrypt(sequence(parameters), keyLength);
  throw unsupported('key derivation', type);
}

/** Iterations as given; none at all is the smallest harm a file can do, so it is refused as damage. */
export function iterationsOf(value: BerValue | undefined): number {
  const iterations = integer(value);
  if (iterations === 0) throw new RingtoolError('x509/bad-der', 'an iteration count of zero');
  return iterations;
}

export function unsupported(what: string, id: string): RingtoolError {
  return new RingtoolError('pkcs12/unsupported-algorithm', `the package uses ${what} ${id}, which is not known here`);
}

function readPbkdf2(parameters: readonly BerValue[], wanted: number | null): Kdf {
  const [saltValue, count, ...rest] = parameters;
  if (saltValue === undefined || !isUniversal(saltValue, TAG.octetString))
    throw unsupported('PBKDF2 salt from', 'another source');
  const stated = isUniversal(rest[0], TAG.integer) ? integer(rest[0]) : null;
  const prf = rest.find((value) => isUniversal(value, TAG.sequence));
  const prfId = prf === undefined ? HMAC_SHA1 : oid(sequence(prf)[0]);
  const digest = HMACS[prfId];
  if (digest === undefined) throw unsupported('PBKDF2 with', prfId);
  const iterations = iterationsOf(count);
  const length = lengthOf(wanted, stated);
  const { size, title } = DIGESTS[digest] ?? { size: 16, title: digest };
  return {
    title: `PBKDF2 HMAC-${title}, ${iterations} iterations`,
    // In OpenSSL, SHA-3 takes twice the time of the slowest of the others.
    links: iterations * Math.ceil(length / size) * (digest.startsWith('sha3') ? 2 : 1),
    derive: (password) => promisify(pbkdf2)(password, octets(saltValue), iterations, length, digest),
  };
}

function readScrypt(parameters: readonly BerValue[], wanted: number | null): Kdf {
  const [saltValue, n, r, p, keyLength] = parameters;
  if (saltValue === undefined || !isUniversal(saltValue, TAG.octetString))
    throw unsupported('scrypt salt from', 'another source');
  const [N, blockSize, parallel] = [integer(n), integer(r), integer(p)];
  const length = lengthOf(wanted, keyLength === undefined ? null : integer(keyLength));
  if (!(N > 1 && blockSize > 0 && parallel > 0))
    throw new RingtoolError('x509/bad-der', 'scrypt parameters out of bounds');
  const memory = 128 * N * blockSize + 128 * blockSize * parallel;
  return {
    title: `scrypt N=${N} r=${blockSize} p=${parallel}`,
    links: memory > LIMITS.scryptMemory ? Number.POSITIVE_INFINITY : N * blockSize * parallel,
    derive: (password) =>
      new Promise((resolve, reject) => {
        const options = { N, r: blockSize, p: parallel, maxmem: memory * 2 };
        scrypt(password, octets(saltValue), length, options, (error, key) =>
          error === null ? resolve(key) : reject(error),
        );
      }),
  };
}

function lengthOf(wanted: number | null, stated: number | null): number {
  const length = wanted ?? stated;
  if (length === null) throw new RingtoolError('x509/bad-der', 'a derivation without its key length');
  if (length === 0 || length > LIMITS.derivedKey || (stated !== null && stated !== length)) {
    throw new RingtoolError('x509/bad-der', 'a derivation with a wrong key length');
  }
  return length;
}
