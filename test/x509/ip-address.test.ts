import fc from 'fast-check';
import { isIP } from 'node:net';
import { describe, expect, it } from 'vitest';
import { addressBytes, addressText } from '../../src/x509/ip-address.ts';

describe('addresses', () => {
  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
    ['1:2:3:4:5:6:7.8.9.10', '1:2:3:4:5:6:708:90a'],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
  ])('%s is listed as %s', (text, shown) => {
    const bytes = addressBytes(text);
    expect(bytes && addressText(bytes)).toBe(shown);
  });

  it.each([
    '',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4.5',
    ':',
    ':::',
    '1::2::3',
    '12345::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7::8',
    '::1.2.3',
    '1.2.3.4::',
    '::g',
    ':1:2:3:4:5:6:7',
    'fe80::1%eth0',
    '1'.repeat(60),
  ])('%j is no address', (text) => {
    expect(isIP(text) !== 0 && !text.includes('%') && text !== '1:2:3:4:5:6:7::8').toBe(false);
    expect(addressBytes(text)).toBeNull();
  });

  it('has text for 4 and 16 octets only', () => {
    expect([0, 3, 5, 8, 15, 17, 32].map((length) => addressText(new Uint8Array(length)))).toEqual(Array(7).fill(null));
  });

  it('comes back the same from its text, and Node.js takes the text', () => {
    const octet = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 255 }));
    const either = fc.oneof(
      fc.array(octet, { minLength: 4, maxLength: 4 }),
      fc.array(octet, { minLength: 16, maxLength: 16 }),
    );
    fc.assert(
      fc.property(either, (octets) => {
        const text = addressText(Uint8Array.from(octets)) ?? '';
        expect(isIP(text)).toBe(octets.length === 4 ? 4 : 6);
        expect([...(addressBytes(text) ?? [])]).toEqual(octets);
      }),
    );
  });

  it('takes and refuses the same texts as Node.js', () => {
    const part = fc.constantFrom('0', '1', 'ffff', ':', '::', '.', '255', '1.2.3.4', 'a', '12345');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        expect(addressBytes(text)?.length ?? 0).toBe({ 4: 4, 6: 16 }[isIP(text)] ?? 0);
      }),
      { numRuns: 2000 },
    );
  });
});
