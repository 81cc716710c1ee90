/** The key derivation of PKCS #12: RFC 7292 appendix B.2. PBES2 and PBMAC1 do not use it. */
import { createHash } from 'node:crypto';
import { sha1Chain, sha256Chain } from './hash-chain.ts';

/** What the derived bytes are for; the number is the diversifier byte of B.3. */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const;
export type Purpose = (typeof PURPOSE)[keyof typeof PURPOSE];

/** Digests with their output and block size in bytes, by the name `node:crypto` knows them under. */
export const DIGESTS: Readonly<
  Record<string, { readonly size: number; readonly block: number; readonly title: string }>
> = {
  md5: { size: 16, block: 64, title: 'MD5' },
  sha1: { size: 20, block: 64, title: 'SHA1' },
  sha224: { size: 28, block: 64, title: 'SHA224' },
  sha256: { size: 32, block: 64, title: 'SHA256' },
  sha384: { size: 48, block: 128, title: 'SHA384' },
  sha512: { size: 64, block: 128, title: 'SHA512' },
  'sha512-224': { size: 28, block: 128, title: 'SHA512/224' },
  'sha512-256': { size: 32, block: 128, title: 'SHA512/256' },
  'sha3-224': { size: 28, block: 144, title: 'SHA3-224' },
  'sha3-256': { size: 32, block: 136, title: 'SHA3-256' },
  'sha3-384': { size: 48, block: 104, title: 'SHA3-384' },
  'sha3-512': { size: 64, block: 72, title: 'SHA3-512' },
};

export interface Derivation {
  readonly digest: string;
  readonly purpose: Purpose;
  /** BMPString with its two zero bytes, or nothing at all for an absent password. */
  readonly password: Uint8Array;
  readonly salt: Uint8Array;
  readonly iterations: number;
  readonly length: number;
}

/** `length` bytes of key, vector or MAC key. The caller has charged for it (see `work.ts`). */
export function derivePkcs12(derivation: Derivation): Uint8Array {
  const { digest, purpose, password, salt, iterations, length } = derivation;
  const block = DIGESTS[digest]?.block ?? 64;
  const diversifier = new Uint8Array(block).fill(purpose);
  const input = Buffer.concat([fillBlocks(salt, block), fillBlocks(password, block)]);
  const derived = new Uint8Array(length);
  for (let filled = 0; ; ) {
    const first = createHash(digest).update(diversifier).update(input).digest();
    const hash = chain(digest, first, iterations - 1);
    derived.set(hash.subarray(0, length - filled), filled);
    filled += hash.length;
    if (filled >= length) return derived;
    addToBlocks(input, fillBlocks(hash, block, 1), block);
  }
}

/** Links of the hash chain that a derivation costs. */
export function linksOf(digest: string, iterations: number, length: number): number {
  const chains = Math.ceil(length / (DIGESTS[digest]?.size ?? 16));
  // Digests without a loop of our own cost about four times as much a link.
  return chains * iterations * (digest === 'sha1' || digest === 'sha256' ? 1 : 4);
}

function chain(digest: string, first: Uint8Array, rounds: number): Uint8Array {
  if (digest === 'sha1') return sha1Chain(first, rounds);
  if (digest === 'sha256') return sha256Chain(first, rounds);
  let hash = first;
  for (let i = 0; i < rounds; i++) hash = createHash(digest).update(hash).digest();
  return hash;
}

/** `bytes` over and over until `count` blocks (default: as many as it begins) are full; nothing stays nothing. */
function fillBlocks(bytes: Uint8Array, block: number, count = Math.ceil(bytes.length / block)): Uint8Array {
  const filled = new Uint8Array(count * block);
  for (let i = 0; i < filled.length; i++) filled[i] = bytes[i % bytes.length] ?? 0;
  return filled;
}

/** Adds `addend` + 1 to each block of `input`, as big-endian numbers modulo their size. */
function addToBlocks(input: Uint8Array, addend: Uint8Array, block: number): void {
  for (let start = 0; start < input.length; start += block) {
    let carry = 1;
    for (let i = block - 1; i >= 0; i--) {
      carry += (input[start + i] ?? 0) + (addend[i] ?? 0);
      input[start + i] = carry & 0xff;
      carry >>= 8;
    }
  }
}
