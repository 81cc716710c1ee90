/**
 * SHA-1 and SHA-256 of their own result, many times over: FIPS 180-4.
 *
 * The derivation of PKCS #12 (RFC 7292 B.2) is such a chain, hundreds of thousands of links long in files of
 * today's tools. One link is one block, so a loop over words does it several times faster than one call of
 * `createHash` a link. Nothing else here hashes by hand, and a test holds it against `node:crypto`.
 */

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
  const h = Int32Array.from(toWords(digest));
  const w = new Int32Array(64);
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < 8; i++) w[i] = at(h, i);
    w[8] = 0x80000000 | 0;
    for (let i = 9; i < 15; i++) w[i] = 0;
    w[15] = 256;
    for (let i = 16; i < 64; i++) {
      const x = at(w, i - 15);
      const y = at(w, i - 2);
      const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
      const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
      w[i] = (at(w, i - 16) + s0 + at(w, i - 7) + s1) | 0;
    }
    let a = at(IV256, 0);
    let b = at(IV256, 1);
    let c = at(IV256, 2);
    let d = at(IV256, 3);
    let e = at(IV256, 4);
    let f = at(IV256, 5);
    let g = at(IV256, 6);
    let k = at(IV256, 7);
    for (let i = 0; i < 64; i++) {
      const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
      const t1 = (k + s1 + ((e & f) ^ (~e & g)) + at(K256, i) + at(w, i)) | 0;
      const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      k = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    const next = [a, b, c, d, e, f, g, k];
    for (let i = 0; i < 8; i++) h[i] = ((next[i] ?? 0) + at(IV256, i)) | 0;
  }
  return toBytes(h);
}

/** An element that is known to be there; the compiler cannot know, and the loop cannot afford a test that throws. */
function at(words: Int32Array, index: number): number {
  return words[index] as number;
}

/** Initial hash value of SHA-256: fractional parts of the square roots of the first eight primes. */
const IV256 = Int32Array.from([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);

/** Round constants of SHA-256: fractional parts of the cube roots of the first 64 primes. */
const K256 = Int32Array.from([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

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
