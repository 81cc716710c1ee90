import { describe, expect, it } from 'vitest';
import {
  bitStringOf,
  booleanOf,
  integerBitLength,
  integerBytes,
  oidOf,
  smallInteger,
  unsignedInteger,
  wholeBitString,
} from '../../src/der/primitives.ts';
import { readDer } from '../../src/der/reader.ts';
import { hex } from '../x509/issued.ts';

const at = (bytes: string) => readDer(hex(bytes));

describe('values that are not canonical are refused', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['an integer without content', () => integerBytes(at('02 00'), 'it'), /without content/],
    ['an integer with a leading zero', () => integerBytes(at('02 02 00 01'), 'it'), /shortest/],
    ['a negative integer with leading ones', () => integerBytes(at('02 02 ff 80'), 'it'), /shortest/],
    ['another type where an integer should be', () => integerBytes(at('04 01 00'), 'it'), /0x04 instead of 0x02/],
    ['a number of five octets where a small one is due', () => smallInteger(at('02 05 01 00 00 00 00'), 'it'), /large/],
    ['a negative modulus', () => unsignedInteger(at('02 01 80'), 'it'), /negative/],
    ['a negative prime', () => integerBitLength(at('02 01 80'), 'it'), /negative/],
    ['TRUE written as 01', () => booleanOf(at('01 01 01'), 'it'), /neither 00 nor FF/],
    ['a boolean of two octets', () => booleanOf(at('01 02 ff ff'), 'it'), /neither/],
    ['an empty identifier', () => oidOf(at('06 00'), 'it'), /0 bytes/],
    ['an identifier that is cut off', () => oidOf(at('06 02 2a 86'), 'it'), /cut off/],
    ['an identifier with leading zeros', () => oidOf(at('06 03 2a 80 01'), 'it'), /leading zeros/],
    ['an identifier of 129 bytes', () => oidOf(at(`06 81 81 ${'01'.repeat(129)}`), 'it'), /129 bytes/],
    ['a bit string without content', () => bitStringOf(at('03 00'), 'it'), /well-formed/],
    ['eight unused bits', () => bitStringOf(at('03 02 08 00'), 'it'), /well-formed/],
    ['unused bits of nothing', () => bitStringOf(at('03 01 01'), 'it'), /well-formed/],
    ['unused bits that are set', () => bitStringOf(at('03 02 01 01'), 'it'), /unused bits set/],
    ['a key that is no whole number of octets', () => wholeBitString(at('03 02 01 02'), 'it'), /whole number/],
  ])('%s', (_, read, reason) => {
    expect(read).toThrow(reason);
  });
});

describe('values', () => {
  it('integers, of either sign', () => {
    expect(
      ['02 01 00', '02 01 7f', '02 02 00 80', '02 01 80', '02 04 80 00 00 00'].map((v) => smallInteger(at(v), 'it')),
    ).toEqual([0, 127, 128, -128, -2147483648]);
    expect(unsignedInteger(at('02 03 01 00 01'), 'it')).toBe(65537n);
  });

  it('the bits of a number', () => {
    expect(['02 01 00', '02 01 01', '02 02 00 80', '02 02 01 00'].map((v) => integerBitLength(at(v), 'it'))).toEqual([
      0, 1, 8, 9,
    ]);
  });

  it('identifiers, with large second and later numbers', () => {
    expect(oidOf(at('06 03 55 04 03'), 'it')).toBe('2.5.4.3');
    expect(oidOf(at('06 03 88 37 03'), 'it')).toBe('2.999.3');
    expect(oidOf(at('06 0a 69 83 ff ff ff ff ff ff ff 7f'), 'it')).toBe('2.25.288230376151711743');
  });
});
