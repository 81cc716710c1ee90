import { expect, it } from 'vitest';
import { decryptRc2, decryptRc4 } from '../../src/pem/old-ciphers.ts';

const hex = (text: string): Uint8Array => Buffer.from(text, 'hex');

it('RC4 gives the key stream of RFC 6229', () => {
  const stream = Buffer.from(decryptRc4(hex('0102030405'), new Uint8Array(16))).toString('hex');
  expect(stream).toBe('b2396305f03dc027ccc3524a0a1118a8');
});

it('RC2 says no to padding that is none', () => {
  expect(decryptRc2(new Uint8Array(5), 40, new Uint8Array(8), new Uint8Array(16))).toBeNull();
});
