import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { derOid, derSequence, derSet, derUtf8, derValue } from '../../src/der/writer.ts';
import { nameMatchKey } from '../../src/der/name-match.ts';
import { buildName, listingName, parseName, type Attribute } from '../../src/x509/name.ts';
import { ATTRIBUTE_OIDS } from '../../src/x509/oids.ts';
import { hex } from './issued.ts';

const cn = (value: Uint8Array) => derSequence(derOid(ATTRIBUTE_OIDS.CN), value);
const nameWith = (...pairs: readonly Uint8Array[]) => derSequence(...pairs.map((pair) => derSet(pair)));

describe('a name', () => {
  it('is listed from the most specific part, joined by periods', () => {
    const name = buildName([
      { type: 'C', value: 'US' },
      { type: 'SP', value: 'New York' },
      { type: 'L', value: 'Armonk' },
      { type: 'O', value: 'Example' },
      { type: 'OU', value: 'Lab' },
      { type: 'OU', value: 'Elm' },
      { type: 'T', value: 'Server' },
      { type: 'CN', value: 'websrv.example' },
    ]);
    expect(listingName(name)).toBe('CN=websrv.example.T=Server.OU=Elm.OU=Lab.O=Example.L=Armonk.SP=New York.C=US');
  });

  it('knows every short attribute type both ways', () => {
    const attributes = Object.keys(ATTRIBUTE_OIDS).map((type) => ({ type, value: 'ab' }));
    const name = buildName(attributes);
    expect(name.rdns.flat().map(({ type, value }) => ({ type, value }))).toEqual(attributes);
    expect(name.rdns.flat().map(({ oid }) => oid)).toEqual(Object.values(ATTRIBUTE_OIDS));
  });

  it('shows an attribute type without a short name by its identifier', () => {
    expect(listingName(buildName([{ type: '2.5.4.97', value: 'X' }]))).toBe('2.5.4.97=X');
  });

  it('lists several attributes of one part with plus signs, in the order of the encoding', () => {
    const der = derSequence(derSet(cn(derUtf8('a')), derSequence(derOid(ATTRIBUTE_OIDS.OU), derUtf8('b'))));
    expect(listingName(parseName(der))).toBe('CN=a+OU=b');
  });

  it('may be empty', () => {
    expect(listingName(parseName(hex('30 00')))).toBe('');
  });

  it('keeps control characters off the screen', () => {
    expect(listingName(parseName(nameWith(cn(derUtf8('a\u001b[31m\nb\u202e')))))).toBe('CN=a?[31m?b?');
  });

  it('shows a value that is no string as its DER', () => {
    expect(listingName(parseName(nameWith(cn(hex('03 02 00 ff')))))).toBe('CN=#030200ff');
  });

  it('is written in PrintableString where it fits, UTF8String else, and C, DC and EMAIL as the RFC says', () => {
    const kind = (type: string, value: string) => {
      const { der } = buildName([{ type, value }]);
      return der[der.length - Buffer.byteLength(value) - 2];
    };
    expect([
      kind('CN', 'Plain 1'),
      kind('CN', 'under_score'),
      kind('C', 'DE'),
      kind('DC', 'example'),
      kind('EMAIL', 'a@b'),
      kind('EMAIL', 'ä@b'),
    ]).toEqual([0x13, 0x0c, 0x13, 0x16, 0x16, 0x0c]);
  });

  it.each([
    [{ type: 'C', value: 'Ö' }, /country/],
    [{ type: 'XX', value: 'a' }, /attribute type/],
    [{ type: 'toString', value: 'a' }, /attribute type/],
  ])('refuses %j', (attribute, reason) => {
    expect(() => buildName([attribute])).toThrow(reason);
    expect(() => buildName([attribute])).toThrow(expect.objectContaining({ code: 'core/bad-name' }));
  });

  it.each([
    ['a set instead of a sequence', '31 00', /not a sequence/],
    ['a part that is not a set', '30 02 30 00', /not a set/],
    ['an empty part', '30 02 31 00', /empty part/],
    ['an attribute without a value', '30 09 31 07 30 05 06 03 55 04 03', /ends before its value/],
    ['an attribute with two values', '30 0d 31 0b 30 09 06 03 55 04 03 05 00 05 00', /too many/],
  ])('with %s is refused', (_, bytes, reason) => {
    expect(() => parseName(hex(bytes))).toThrow(reason);
  });

  it('comes back from its encoding with the same types and values', () => {
    const attribute = fc.record({
      type: fc.constantFrom('CN', 'OU', 'O', 'L', 'SP', 'EMAIL', 'DC', 'UID', '2.5.4.97', '1.2.3.4'),
      value: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 }),
    });
    fc.assert(
      fc.property(fc.array(attribute, { maxLength: 8 }), (attributes) => {
        const name = buildName(attributes);
        expect(name.rdns.map(([one]) => ({ type: (one as Attribute).type, value: (one as Attribute).value }))).toEqual(
          attributes,
        );
      }),
    );
  });

  it('answers any noise with a name or an error of ours', () => {
    const { der } = buildName([{ type: 'CN', value: 'Example' }]);
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), (at, octet) => {
        const changed = Uint8Array.from(der);
        changed[at] = octet;
        try {
          listingName(parseName(changed));
        } catch (error) {
          expect(isRingtoolError(error)).toBe(true);
        }
        expect(nameMatchKey(changed)).toBeTypeOf('string');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('names match (RFC 5280 7.1)', () => {
  const key = (value: Uint8Array) => nameMatchKey(nameWith(cn(value)));
  const reference = key(derUtf8('Example Lab'));

  it.each([
    ['whatever the kind of string', derValue(0x13, Buffer.from('Example Lab'))],
    ['as a BMPString', derValue(0x1e, Buffer.from('Example Lab', 'utf16le').swap16())],
    ['whatever the case', derUtf8('EXAMPLE lab')],
    ['whatever the blanks', derUtf8('  Example   Lab ')],
  ])('%s', (_, value) => {
    expect(key(value)).toBe(reference);
  });

  it('not when a character, the type, the number or the order differs', () => {
    const other = derSequence(derOid(ATTRIBUTE_OIDS.OU), derUtf8('Example Lab'));
    const one = cn(derUtf8('Example Lab'));
    const keys = [
      reference,
      key(derUtf8('Example Lob')),
      nameMatchKey(nameWith(other)),
      nameMatchKey(nameWith(one, one)),
      nameMatchKey(nameWith(one, other)),
      nameMatchKey(nameWith(other, one)),
      nameMatchKey(derSequence(derSet(one, other))),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });
});
