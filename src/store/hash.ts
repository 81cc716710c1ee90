/**
 * A short fingerprint of text, for buckets, checksums of our own files, and names too long for a file system.
 *
 * Not a cryptographic one: nothing is believed on its word (a hit in an index is checked against the
 * certificate itself), and loading `node:crypto` would cost every command five milliseconds.
 */

/** Spreads every bit of `h` over all of it. */
function mixed(h: number): number {
  let x = h;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** 128 bits as 32 lower-case hex digits: four FNV-1a lanes with multipliers of their own, mixed at the end. */
export function hash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  let c = 0x2545f491;
  let d = text.length ^ 0x6a09e667;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x2c1b3c6d) + a;
    c = Math.imul(c ^ code, 0x297a2d39) ^ (b >>> 15);
    d = Math.imul(d ^ code, 0x5bd1e995) + (c >>> 11);
  }
  a = mixed(a ^ d);
  b = mixed(b ^ a);
  c = mixed(c ^ b);
  d = mixed(d ^ c);
  return [a, b, c, d].map((lane) => lane.toString(16).padStart(8, '0')).join('');
}

/** The fingerprint of bytes. */
export function hashBytes(bytes: Uint8Array): string {
  return hash(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
}
