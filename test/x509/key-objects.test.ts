import { describe, expect, it } from 'vitest';
import { loadPrivateKey, loadPublicKey } from '../../src/x509/key-objects.ts';
import { generateKeyPair } from '../../src/x509/keys.ts';
import { fixtureKey, hex } from './issued.ts';

const { pkcs8, spki } = fixtureKey('p256-a');

describe('loaded keys', () => {
  it('are found again by content, not by place', () => {
    expect(loadPrivateKey(Uint8Array.from(pkcs8))).toBe(loadPrivateKey(pkcs8));
    expect(loadPublicKey(Uint8Array.from(spki))).toBe(loadPublicKey(spki));
  });

  it('are not mistaken when the bytes they came from are changed', () => {
    const bytes = Uint8Array.from(spki);
    const first = loadPublicKey(bytes);
    bytes.set(fixtureKey('p256-b').spki);
    const second = loadPublicKey(bytes);
    expect(first?.export({ type: 'spki', format: 'der' })).toEqual(Buffer.from(spki));
    expect(second?.export({ type: 'spki', format: 'der' })).toEqual(Buffer.from(fixtureKey('p256-b').spki));
  });

  it('are let go when many others came after them', async () => {
    const before = loadPublicKey(spki);
    for (let i = 0; i < 40; i++) loadPublicKey((await generateKeyPair({ kind: 'NIST ECC', size: 256 })).spki);
    expect(loadPublicKey(spki)).not.toBe(before);
  });

  it('that cannot be read are an error, or null for a public one', () => {
    expect(() => loadPrivateKey(hex('30 00'))).toThrow(expect.objectContaining({ code: 'x509/bad-key' }));
    expect(loadPublicKey(hex('30 00'))).toBeNull();
  });
});
