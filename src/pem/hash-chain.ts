/**
 * SHA-1 and SHA-256 of their own result, many times over: FIPS 180-4.
 *
 * The derivation of PKCS #12 (RFC 7292 B.2) is such a chain, hundreds of thousands of links long in files of
 * today's tools. One link is one block, so a loop over words does it several times faster than one call of
 * `createHash` a link. A test holds both against `node:crypto`.
 */
import { sha256Block, sha256State } from '../core/sha256.ts';

/** The digest after `rounds` more hashings of `digest` (20 bytes). */
export function sha1Chain(digest: Uint8Array, rounds: number): Uint8Array {
  const words = toWords(digest);
  const w = new Int32Array(80);
  let [h0 = 0, h1 = 0, h2 = 0, h3 = 0, h4 = 0] = words;
  for (let round = 0; round < rounds; round++) {
    w[0] = h0;
    w[1] = h1;
    w[2] = h2;
    w[3] = h3;
    w[4] = h4;
    w[5] = 0x80000000 | 0;
    for (let i = 6; i < 15; i++) w[i] = 0;
    w[15] = 160;
    for (let i = 16; i < 80; i++) {
      const x = at(w, i - 3) ^ at(w, i - 8) ^ at(w, i - 14) ^ at(w, i - 16);
      w[i] = (x << 1) | (x >>> 31);
    }
    let a = 0x67452301;
    let b = 0xefcdab89 | 0;
    let c = 0x98badcfe | 0;
    let d = 0x10325476;
    let e = 0xc3d2e1f0 | 0;
    for (let i = 0; i < 80; i++) {
      let f: number;
      if (i < 20) f = ((b & c) | (~b & d)) + 0x5a827999;
      else if (i < 40) f = (b ^ c ^ d) + 0x6ed9eba1;
      else if (i < 60) f = ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
      else f = (b ^ c ^ d) + 0xca62c1d6;
      const next = (((a << 5) | (a >>> 27)) + f + e + at(w, i)) | 0;
      e = d;
      d = c;
      c = (b << 30) | (b >>> 2);
      b = a;
      a = next;
    }
    h0 = (a + 0x67452301) | 0;
    h1 = (b + 0xefcdab89) | 0;
    h2 = (c + 0x98badcfe) | 0;
    h3 = (d + 0x10325476) | 0;
    h4 = (e + 0xc3d2e1f0) | 0;
  }
  return toBytes([h0, h1, h2, h3, h4]);
}

/** The digest after `rounds` more hashings of `digest` (32 bytes). */
export function sha256Chain(digest: Uint8Array, rounds: number): Uint8Array {
  let hash: Int32Array = Int32Array.from(toWords(digest));
  const w = new Int32Array(64);
  for (let round = 0; round < rounds; round++) {
    w.set(hash);
    w[8] = 0x80000000 | 0;
    w.fill(0, 9, 15);
    w[15] = 256;
    hash = sha256State();
    sha256Block(hash, w);
  }
  return toBytes(hash);
}

/** An element that is known to be there; the compiler cannot know, and the loop cannot afford a test that throws. */
function at(words: Int32Array, index: number): number {
  return words[index] as number;
}

function toWords(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getInt32(i * 4));
}

function toBytes(words: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(words.length * 4);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < words.length; i++) view.setInt32(i * 4, words[i] ?? 0);
  return bytes;
}
