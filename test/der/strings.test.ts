import fc from 'fast-check';
import { TAG } from '../../src/der/fields.ts';
import { derValue } from '../../src/der/writer.ts';
import { describe, expect, it } from 'vitest';
import { readDer } from '../../src/der/reader.ts';
import { textOf } from '../../src/der/strings.ts';
import { hex } from '../x509/issued.ts';

const text = (bytes: string) => textOf(readDer(hex(bytes)), 'it');

describe('strings', () => {
  it.each([
    ['UTF8String', '0c 03 c3 bc 21', 'ü!'],
    ['PrintableString', '13 02 41 42', 'AB'],
    ['IA5String', '16 03 61 40 62', 'a@b'],
    ['T61String, as Latin-1', '14 01 fc', 'ü'],
    ['NumericString', '12 01 31', '1'],
    ['VisibleString', '1a 01 7e', '~'],
    ['BMPString', '1e 04 00 41 20 ac', 'A€'],
    ['UniversalString', '1c 08 00 00 00 41 00 01 f6 00', 'A😀'],
  ])('%s', (_, bytes, expected) => {
    expect(text(bytes)).toBe(expected);
  });

  it('shows bytes that are no UTF-8 by the replacement character instead of refusing the name', () => {
    expect(text('0c 02 41 ff')).toBe('A\ufffd');
  });

  it('is null for a value that is no string', () => {
    expect(text('02 01 05')).toBeNull();
  });

  it.each([
    ['half a character of a BMPString', '1e 01 41', /half a character/],
    ['part of a character of a UniversalString', '1c 02 00 41', /part of a character/],
    ['a character beyond Unicode', '1c 04 00 11 00 00', /does not exist/],
  ])('refuses %s', (_, bytes, reason) => {
    expect(() => text(bytes)).toThrow(reason);
  });
});

it('reads short and long strings alike', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.string({ maxLength: 100 }), (any, ascii) => {
      const read = (tag: number, text: string) => textOf(readDer(derValue(tag, Buffer.from(text))), 'the text');
      expect(read(TAG.utf8String, any)).toBe(any);
      for (const tag of [TAG.utf8String, TAG.printableString, TAG.ia5String, TAG.t61String]) {
        expect(read(tag, ascii)).toBe(ascii);
      }
    }),
  );
});
