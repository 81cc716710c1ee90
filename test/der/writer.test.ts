import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitStringOf, oidOf, unsignedInteger } from '../../src/der/primitives.ts';
import { contentOf, readDer } from '../../src/der/reader.ts';
import {
  derBitString,
  derBoolean,
  derContext,
  derIa5,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derPrintable,
  derSet,
  derTime,
  derUtf8,
} from '../../src/der/writer.ts';
import { hex } from '../x509/issued.ts';

describe('the writer', () => {
  it.each<[string, Uint8Array, string]>([
    ['zero', derInteger(0), '02 01 00'],
    ['127', derInteger(127), '02 01 7f'],
    ['128 with the zero its sign needs', derInteger(128), '02 02 00 80'],
    ['-1', derInteger(-1), '02 01 ff'],
    ['-129', derInteger(-129n), '02 02 ff 7f'],
    ['an identifier', derOid('1.2.840.113549'), '06 06 2a 86 48 86 f7 0d'],
    ['an identifier below 2 with a large number', derOid('2.999.3'), '06 03 88 37 03'],
    ['TRUE', derBoolean(true), '01 01 ff'],
    ['NULL', derNull(), '05 00'],
    ['an explicit tag', derContext(3, true, derNull()), 'a3 02 05 00'],
    ['an implicit tag', derContext(2, false, hex('41')), '82 01 41'],
    ['a bit string', derBitString(hex('80'), 7), '03 02 07 80'],
    [
      'a set in ascending order',
      derSet(derOctetString(hex('02')), derOctetString(hex('01')), derNull()),
      '31 08 04 01 01 04 01 02 05 00',
    ],
    ['text', derUtf8('ü'), '0c 02 c3 bc'],
    [
      '2049 as UTCTime',
      derTime(new Date('2049-12-31T23:59:59Z')),
      `17 0d ${Buffer.from('491231235959Z').toString('hex')}`,
    ],
    [
      '2050 as GeneralizedTime',
      derTime(new Date('2050-01-01T00:00:00Z')),
      `18 0f ${Buffer.from('20500101000000Z').toString('hex')}`,
    ],
  ])('writes %s', (_, bytes, expected) => {
    expect(Buffer.from(bytes)).toEqual(Buffer.from(hex(expected)));
  });

  it.each<[string, () => unknown]>([
    ['an identifier with one number', () => derOid('2')],
    ['an identifier with a second number above 39', () => derOid('1.40')],
    ['an identifier with letters', () => derOid('1.2.x')],
    ['a fraction', () => derInteger(0.5)],
    ['an umlaut in a PrintableString', () => derPrintable('ü')],
    ['an umlaut in an IA5String', () => derIa5('ü')],
    ['no time at all', () => derTime(new Date(Number.NaN))],
    ['the year 10000', () => derTime(new Date('+010000-01-01T00:00:00Z'))],
    ['a context tag of 31', () => derContext(31, false, hex(''))],
  ])('refuses %s', (_, write) => {
    expect(write).toThrow(expect.objectContaining({ code: 'x509/bad-der' }));
  });

  it('writes lengths in their shortest form at every border', () => {
    for (const length of [0, 127, 128, 255, 256, 65535, 65536]) {
      expect(contentOf(readDer(derOctetString(new Uint8Array(length)))).length).toBe(length);
    }
  });

  it('gives back integers, identifiers and bits', () => {
    const arcs = fc.tuple(fc.nat(1), fc.nat(39), fc.array(fc.bigInt({ min: 0n, max: 2n ** 70n }), { maxLength: 8 }));
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 200n }),
        arcs,
        fc.uint8Array(),
        (number, [root, second, rest], bits) => {
          const dotted = [root, second, ...rest].join('.');
          expect(unsignedInteger(readDer(derInteger(number)), 'it')).toBe(number);
          expect(oidOf(readDer(derOid(dotted)), 'it')).toBe(dotted);
          expect(Buffer.from(bitStringOf(readDer(derBitString(bits)), 'it').bits)).toEqual(Buffer.from(bits));
        },
      ),
    );
  });
});
