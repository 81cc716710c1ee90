/**
 * Private keys: generation, matching and signing, all by `node:crypto` (RACDCERT GENCERT, key types and sizes).
 */
import {
  constants,
  createPublicKey,
  generateKeyPair as generate,
  getCurves,
  sign as signWith,
  type KeyObject,
} from 'node:crypto';
import { RingtoolError } from '../core/errors.ts';
import { signingAlgorithm, type SignatureScheme } from './algorithms.ts';
import { loadPrivateKey } from './key-objects.ts';
import { CURVES } from './oids.ts';

/** What key to make. */
export type KeySpec =
  | { readonly kind: 'RSA'; readonly size: number }
  | { readonly kind: 'DSA'; readonly size: number }
  | { readonly kind: 'NIST ECC'; readonly size: number }
  | { readonly kind: 'Brainpool ECC'; readonly size: number };

/** A key pair in the forms everything here takes. */
export interface KeyPair {
  /** PKCS #8 PrivateKeyInfo, DER. Never shown. */
  readonly pkcs8: Uint8Array;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
}

/** True when RACDCERT takes a key of this kind and size. */
export function isSupportedSize(spec: KeySpec): boolean {
  switch (spec.kind) {
    case 'RSA':
      return Number.isInteger(spec.size) && spec.size >= 512 && spec.size <= 4096;
    case 'DSA':
      // RACF begins at 512; OpenSSL 3 makes no parameters below 1024.
      return spec.size >= 1024 && spec.size <= 2048 && spec.size % 64 === 0;
    case 'NIST ECC':
    case 'Brainpool ECC':
      return CURVES.some((curve) => curve.family === spec.kind && curve.size === spec.size);
  }
}

/** Makes a key pair; throws x509/unsupported-algorithm for a size or curve that cannot be had. */
export async function generateKeyPair(spec: KeySpec): Promise<KeyPair> {
  if (!isSupportedSize(spec)) throw unsupported(`there is no ${spec.kind} key of ${spec.size} bits`);
  switch (spec.kind) {
    case 'RSA':
      return pairOf((done) => generate('rsa', { modulusLength: spec.size, publicExponent: 65537 }, done));
    case 'DSA': {
      // FIPS 186-4 4.2: a 160-bit divisor goes with 1024 bits, 256 with 2048; SHA-256 signs all above 1024.
      const divisorLength = spec.size === 1024 ? 160 : 256;
      return pairOf((done) => generate('dsa', { modulusLength: spec.size, divisorLength }, done));
    }
    case 'NIST ECC':
    case 'Brainpool ECC': {
      const curve = CURVES.find((one) => one.family === spec.kind && one.size === spec.size);
      if (curve === undefined || !getCurves().includes(curve.name)) {
        throw unsupported(`the cryptographic library of this Node.js lacks the curve ${curve?.name ?? spec.size}`);
      }
      return pairOf((done) => generate('ec', { namedCurve: curve.name, paramEncoding: 'named' }, done));
    }
  }
}

type Generated = (error: Error | null, publicKey: KeyObject, privateKey: KeyObject) => void;

function pairOf(start: (done: Generated) => void): Promise<KeyPair> {
  return new Promise((resolve, reject) => {
    start((error, publicKey, privateKey) => {
      if (error !== null && error !== undefined) reject(unsupported('the key could not be generated', error));
      else resolve({ pkcs8: exportPrivate(privateKey), spki: exportPublic(publicKey) });
    });
  });
}

function exportPrivate(key: KeyObject): Uint8Array {
  return new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }));
}

function exportPublic(key: KeyObject): Uint8Array {
  return new Uint8Array(key.export({ type: 'spki', format: 'der' }));
}

function unsupported(what: string, cause?: unknown): RingtoolError {
  return new RingtoolError('x509/unsupported-algorithm', what, cause === undefined ? {} : { cause });
}

/** The SubjectPublicKeyInfo that belongs to a private key. */
export function publicKeyOf(pkcs8: Uint8Array): Uint8Array {
  return exportPublic(createPublicKey(loadPrivateKey(pkcs8)));
}

const KEY_TYPES: Readonly<Record<SignatureScheme, readonly string[]>> = {
  rsa: ['rsa'],
  'rsa-pss': ['rsa', 'rsa-pss'],
  dsa: ['dsa'],
  ecdsa: ['ec'],
  ed25519: ['ed25519'],
  ed448: ['ed448'],
};

/** Signs `data` by the algorithm of this listing name (`sha256RSA` and so on). */
export function sign(pkcs8: Uint8Array, algorithm: string, data: Uint8Array): Uint8Array {
  const { digest, scheme } = signingAlgorithm(algorithm);
  const key = loadPrivateKey(pkcs8);
  if (!KEY_TYPES[scheme].includes(key.asymmetricKeyType ?? '')) {
    throw unsupported(`${algorithm} cannot sign with a key of type ${key.asymmetricKeyType}`);
  }
  try {
    const padding = scheme === 'rsa' ? { padding: constants.RSA_PKCS1_PADDING } : {};
    return new Uint8Array(signWith(digest, data, { key, ...padding }));
  } catch (cause) {
    throw unsupported(`${algorithm} cannot be made with this key`, cause);
  }
}
