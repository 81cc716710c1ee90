/**
 * RC2 and RC4, the ciphers of old packages that OpenSSL 3 no longer has: RFC 2268. Read only, never written.
 *
 * Loaded only for such a file: node-forge for RC2 (owner file of that package). It has no RC4, which is ten lines.
 */
import forge from 'node-forge';

const BLOCK = 8;

/** Bytes given to one cipher of node-forge, whose time grows with the square of what it is given. */
export const RC2_PIECE = 2048;

/** RC2-CBC with `bits` effective key bits; null when the padding is wrong. */
export function decryptRc2(key: Uint8Array, bits: number, iv: Uint8Array, data: Uint8Array): Uint8Array | null {
  if (data.length === 0 || data.length % BLOCK !== 0) return null;
  const opened = Buffer.alloc(data.length);
  let vector = iv;
  for (let at = 0; at < data.length; at += RC2_PIECE) {
    const piece = data.subarray(at, at + RC2_PIECE);
    const cipher = forge.rc2.createDecryptionCipher(binary(key), bits);
    cipher.start(binary(vector));
    cipher.update(forge.util.createBuffer(binary(piece)));
    opened.write(cipher.output.getBytes(), at, 'latin1');
    // CBC: the vector of what follows is the last block before it.
    vector = piece.subarray(-BLOCK);
  }
  const padding = opened.at(-1) ?? 0;
  const isPadding = padding >= 1 && padding <= BLOCK && opened.subarray(-padding).every((byte) => byte === padding);
  return isPadding ? opened.subarray(0, -padding) : null;
}

/** RC4; a stream cipher has no padding to tell a wrong key by. */
export function decryptRc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const s = Uint8Array.from({ length: 256 }, (_, i) => i);
  const swap = (i: number, j: number): void => {
    const held = s[i] ?? 0;
    s[i] = s[j] ?? 0;
    s[j] = held;
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (s[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return data.map((byte) => {
    i = (i + 1) & 0xff;
    j = (j + (s[i] ?? 0)) & 0xff;
    swap(i, j);
    return byte ^ (s[((s[i] ?? 0) + (s[j] ?? 0)) & 0xff] ?? 0);
  });
}

function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
