import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeKeyUsage, KEY_USAGE_BITS, keyUsage, keyUsageOf } from '../../../src/x509/extensions/key-usage.ts';
import { EXTENSION_OIDS } from '../../../src/x509/oids.ts';
import { hex } from '../issued.ts';

const holder = (value: Uint8Array) => ({ extensions: [{ oid: EXTENSION_OIDS.keyUsage, critical: true, value }] });

describe('key usage', () => {
  it.each<[string, ReturnType<typeof keyUsageOf>, string]>([
    ['signing of certificates and lists', keyUsageOf('keyCertSign', 'cRLSign'), '03 02 01 06'],
    ['the first bit alone', keyUsageOf('digitalSignature'), '03 02 07 80'],
    ['the ninth bit', keyUsageOf('keyAgreement', 'decipherOnly'), '03 03 07 08 80'],
    ['no bit at all', keyUsageOf(), '03 01 00'],
  ])('writes %s without trailing zero bits', (_, usage, bytes) => {
    expect(Buffer.from(encodeKeyUsage(usage))).toEqual(Buffer.from(hex(bytes)));
  });

  it('comes back from its encoding', () => {
    fc.assert(
      fc.property(fc.subarray([...KEY_USAGE_BITS]), (bits) => {
        expect(keyUsage(holder(encodeKeyUsage(keyUsageOf(...bits))))).toEqual(keyUsageOf(...bits));
      }),
    );
  });

  it('is null when absent', () => {
    expect(keyUsage({ extensions: [] })).toBeNull();
  });

  it('that cannot be read is a bad certificate, said in one line', () => {
    expect(() => keyUsage(holder(hex('04 01 80')))).toThrow(
      expect.objectContaining({
        code: 'x509/bad-certificate',
        message: expect.stringMatching(/^the key usage extension cannot be read: [^\n]+$/),
      }),
    );
  });
});
