import forge from 'node-forge';
import { afterEach, expect, it, vi } from 'vitest';
import { decryptRc2, decryptRc4, RC2_PIECE } from '../../src/pem/old-ciphers.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const hex = (text: string): Uint8Array => Buffer.from(text, 'hex');

it('RC4 gives the key stream of RFC 6229', () => {
  const stream = Buffer.from(decryptRc4(hex('0102030405'), new Uint8Array(16))).toString('hex');
  expect(stream).toBe('b2396305f03dc027ccc3524a0a1118a8');
});

it('RC2 says no to padding that is none', () => {
  expect(decryptRc2(new Uint8Array(5), 40, new Uint8Array(8), new Uint8Array(16))).toBeNull();
});

it.each([1, 7, 8, RC2_PIECE - 1, RC2_PIECE, 3 * RC2_PIECE + 5])(
  'RC2 is undone in pieces that are small, however much there is: %d bytes',
  (length) => {
    const plain = Buffer.from(Array.from({ length }, (_, i) => i & 0xff));
    const cipher = forge.rc2.createEncryptionCipher('abcde', 40);
    cipher.start('12345678');
    cipher.update(forge.util.createBuffer(plain.toString('latin1')));
    cipher.finish();
    const data = Buffer.from(cipher.output.getBytes(), 'latin1');
    const buffers = vi.spyOn(forge.util, 'createBuffer');
    expect(decryptRc2(Buffer.from('abcde'), 40, Buffer.from('12345678'), data)).toEqual(plain);
    const given = buffers.mock.calls.map(([bytes]) => String(bytes ?? '').length);
    expect(given.length).toBeGreaterThan(0);
    expect(Math.max(...given)).toBeLessThanOrEqual(RC2_PIECE);
  },
);

it('RC2 says no to what is not whole blocks', () => {
  for (const length of [0, 7, 12])
    expect(decryptRc2(new Uint8Array(5), 40, new Uint8Array(8), new Uint8Array(length))).toBeNull();
});
