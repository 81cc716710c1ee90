/** Writing PKCS #12 packages in strict DER: RFC 7292. */
import { createCipheriv, createHash, createHmac, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { RingtoolError } from '../core/errors.ts';
import {
  derContext,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derSequence,
  derSet,
  derValue,
} from '../der/writer.ts';
import { bmpPassword } from './passwords.ts';
import { derivePkcs12, PURPOSE } from './pkcs12-kdf.ts';
import {
  AES_256_CBC,
  BAG,
  CONTENT,
  FRIENDLY_NAME,
  HMAC_SHA256,
  LOCAL_KEY_ID,
  SCHEME,
  SHA1,
  SHA256,
  X509_CERTIFICATE,
} from './oids.ts';

/**
 * `modern`: PBES2 AES-256-CBC with PBKDF2-HMAC-SHA256 and a classic HMAC-SHA256 MAC.
 * `zos`: PBE-SHA1-3DES and an HMAC-SHA1 MAC, for z/OS before 3.2 and other old readers.
 */
export type Pkcs12Profile = 'modern' | 'zos';

export interface Pkcs12Input {
  /** DER, the leaf first, then its issuers. */
  readonly certificates: readonly Uint8Array[];
  /** The leaf's private key, or null for a package of certificates only. */
  readonly pkcs8: Uint8Array | null;
  readonly password: string;
  /** Becomes the friendlyName of leaf and key: the RACF label. */
  readonly friendlyName: string;
  readonly profile: Pkcs12Profile;
  /** Default: 10,000 for `modern`, 2,048 for `zos`. */
  readonly iterations?: number;
  /** Source of salts and vectors; default the system's secure random. */
  readonly random?: (length: number) => Uint8Array;
}

/** A package of either profile with this many stays within what our own reader takes. */
const MAX_ITERATIONS = 1_000_000;

type Random = (length: number) => Uint8Array;

interface Recipe {
  readonly iterations: number;
  /** Digest of the MAC, by name and as AlgorithmIdentifier. */
  readonly digest: 'sha1' | 'sha256';
  readonly digestOid: string;
  /** AlgorithmIdentifier and ciphertext. */
  encrypt(
    data: Uint8Array,
    password: string,
    iterations: number,
    random: Random,
  ): Promise<readonly [Uint8Array, Uint8Array]>;
}

const RECIPES: Readonly<Record<Pkcs12Profile, Recipe>> = {
  modern: { iterations: 10_000, digest: 'sha256', digestOid: SHA256, encrypt: encryptPbes2 },
  zos: { iterations: 2_048, digest: 'sha1', digestOid: SHA1, encrypt: encryptTripleDes },
};

/** The package, DER: certificates in one encrypted part, the key shrouded in another, a MAC over both. */
export async function writePkcs12(input: Pkcs12Input): Promise<Uint8Array> {
  const { certificates, pkcs8, password, profile } = input;
  const recipe = RECIPES[profile];
  const random: Random = input.random ?? ((length) => randomBytes(length));
  const iterations = input.iterations ?? recipe.iterations;
  if (certificates.length === 0) throw new RingtoolError('pkcs12/bad', 'a package needs a certificate');
  if (!Number.isInteger(iterations) || iterations < 1 || iterations > MAX_ITERATIONS) {
    throw new RingtoolError('pkcs12/too-many-iterations', `iterations must be from 1 to ${MAX_ITERATIONS}`);
  }
  // The parts derive their keys in the thread pool; meanwhile this thread does the chain of the MAC.
  const parts = Promise.all([
    encryptedPart(certificateBags(input), recipe, password, iterations, random),
    pkcs8 === null ? null : keyBag(pkcs8, input, recipe, iterations, random),
  ]);
  const seal = sealOf(recipe, password, iterations, random);
  const [certificatePart, keyPart] = await parts;
  const safes = keyPart === null ? [certificatePart] : [certificatePart, dataPart(derSequence(keyPart))];
  const content = derSequence(...safes);
  return derSequence(derInteger(3), dataPart(content), seal(content));
}

/** Leaf first: it alone carries the label and the link to its key. */
function certificateBags({ certificates, pkcs8, friendlyName }: Pkcs12Input): Uint8Array {
  const bags = certificates.map((der, index) => {
    const certificate = derSequence(derOid(X509_CERTIFICATE), derContext(0, true, derOctetString(der)));
    const attributes = index === 0 ? [attributesOf(friendlyName, pkcs8 === null ? null : der)] : [];
    return derSequence(derOid(BAG.certificate), derContext(0, true, certificate), ...attributes);
  });
  return derSequence(...bags);
}

async function keyBag(
  pkcs8: Uint8Array,
  input: Pkcs12Input,
  recipe: Recipe,
  iterations: number,
  random: Random,
): Promise<Uint8Array> {
  const [algorithm, data] = await recipe.encrypt(pkcs8, input.password, iterations, random);
  const shrouded = derSequence(algorithm, derOctetString(data));
  const leaf = input.certificates[0] ?? null;
  return derSequence(derOid(BAG.shroudedKey), derContext(0, true, shrouded), attributesOf(input.friendlyName, leaf));
}

/** friendlyName, and localKeyID: the SHA-1 of the leaf, which links it with its key. */
function attributesOf(friendlyName: string, leaf: Uint8Array | null): Uint8Array {
  const name = derValue(30, Buffer.from(friendlyName, 'utf16le').swap16());
  const attributes = friendlyName === '' ? [] : [derSequence(derOid(FRIENDLY_NAME), derSet(name))];
  if (leaf !== null) {
    const id = derOctetString(createHash('sha1').update(leaf).digest());
    attributes.push(derSequence(derOid(LOCAL_KEY_ID), derSet(id)));
  }
  return derSet(...attributes);
}

function dataPart(content: Uint8Array): Uint8Array {
  return derSequence(derOid(CONTENT.data), derContext(0, true, derOctetString(content)));
}

async function encryptedPart(
  data: Uint8Array,
  recipe: Recipe,
  password: string,
  iterations: number,
  random: Random,
): Promise<Uint8Array> {
  const [algorithm, encrypted] = await recipe.encrypt(data, password, iterations, random);
  const content = derSequence(derOid(CONTENT.data), algorithm, derContext(0, false, encrypted));
  return derSequence(derOid(CONTENT.encryptedData), derContext(0, true, derSequence(derInteger(0), content)));
}

/** Derives the key of the MAC, and gives what makes the MacData of a content with it. */
function sealOf(
  { digest, digestOid }: Recipe,
  password: string,
  iterations: number,
  random: Random,
): (content: Uint8Array) => Uint8Array {
  const salt = random(digest === 'sha1' ? 8 : 16);
  const length = digest === 'sha1' ? 20 : 32;
  const key = derivePkcs12({ digest, purpose: PURPOSE.mac, password: bmpPassword(password), salt, iterations, length });
  return (content) => {
    const mac = createHmac(digest, key).update(content).digest();
    const digestInfo = derSequence(derSequence(derOid(digestOid), derNull()), derOctetString(mac));
    // DER leaves a DEFAULT out, and the default here is 1.
    return derSequence(digestInfo, derOctetString(salt), ...(iterations === 1 ? [] : [derInteger(iterations)]));
  };
}

async function encryptPbes2(
  data: Uint8Array,
  password: string,
  iterations: number,
  random: Random,
): Promise<readonly [Uint8Array, Uint8Array]> {
  const salt = random(16);
  const iv = random(16);
  const key = await promisify(pbkdf2)(Buffer.from(password, 'utf8'), salt, iterations, 32, 'sha256');
  const prf = derSequence(derOid(HMAC_SHA256), derNull());
  const kdf = derSequence(derOid(SCHEME.pbkdf2), derSequence(derOctetString(salt), derInteger(iterations), prf));
  const scheme = derSequence(derOid(AES_256_CBC), derOctetString(iv));
  const algorithm = derSequence(derOid(SCHEME.pbes2), derSequence(kdf, scheme));
  return [algorithm, encipher('aes-256-cbc', key, iv, data)];
}

async function encryptTripleDes(
  data: Uint8Array,
  password: string,
  iterations: number,
  random: Random,
): Promise<readonly [Uint8Array, Uint8Array]> {
  const salt = random(8);
  const given = { digest: 'sha1', password: bmpPassword(password), salt, iterations };
  const key = derivePkcs12({ ...given, purpose: PURPOSE.key, length: 24 });
  const iv = derivePkcs12({ ...given, purpose: PURPOSE.iv, length: 8 });
  const algorithm = derSequence(derOid(SCHEME.tripleDes), derSequence(derOctetString(salt), derInteger(iterations)));
  return [algorithm, encipher('des-ede3-cbc', key, iv, data)];
}

function encipher(name: string, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const cipher = createCipheriv(name, key, iv);
  return Buffer.concat([cipher.update(data), cipher.final()]);
}
