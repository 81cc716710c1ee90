import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { elements, integer, octets, oid, readBer, readWholeBer } from '../../src/pem/ber.ts';
import { derInteger, derOctetString, derOid, derSequence } from '../../src/der/writer.ts';

const hex = (text: string): Uint8Array => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('reading', () => {
  it('finds the end of indefinite values within indefinite values', () => {
    const value = readBer(hex('3080 3080 0500 0000 020101 0000 ff'));
    expect(value.raw).toHaveLength(13);
    expect(elements(value).map(({ tag }) => tag)).toEqual([16, 2]);
  });

  it('puts a string in pieces together, also of pieces in pieces', () => {
    expect([...octets(readBer(hex('2480 040101 2406 040102 040103 0000')))]).toEqual([1, 2, 3]);
  });

  it('takes lengths that are longer than need be', () => {
    expect(integer(readWholeBer(hex('02840000000105')))).toBe(5);
  });

  it('gives back numbers and identifiers as the writer wrote them', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (number) => {
        expect(integer(readWholeBer(derInteger(number)))).toBe(number);
      }),
    );
    for (const id of ['2.16.840.1.101.3.4.1.42', '1.2.840.113549.1.12.10.1.2', '0.9', '2.999.1']) {
      expect(oid(readWholeBer(derOid(id)))).toBe(id);
    }
  });

  it('makes no number of what is too large for one', () => {
    expect(integer(readWholeBer(derInteger(2n ** 64n)))).toBe(Number.POSITIVE_INFINITY);
    expect(integer(readWholeBer(derInteger(2n ** 800n)))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('refusing', () => {
  const everything = (bytes: Uint8Array): void => {
    const open = [readWholeBer(bytes)];
    for (let value = open.pop(); value !== undefined; value = open.pop())
      if (value.constructed) open.push(...elements(value));
  };

  it.each<[string, Uint8Array]>([
    ['nothing', hex('')],
    ['a tag alone', hex('30')],
    ['a cut length', hex('3082 01')],
    ['a length beyond the end', hex('3005 0500')],
    ['a length of 2^64', hex('3088 ffffffffffffffff')],
    ['a length of length beyond reason', hex('30ff')],
    ['an indefinite value without end', hex('3080 0500')],
    ['an indefinite primitive', hex('0480 0000')],
    ['a tag number without end', hex('1fffffffffffffff')],
    ['bytes behind', hex('0500 00')],
    ['nesting without end', hex('3080'.repeat(5000))],
    ['nesting that ends', Buffer.concat([hex('3080'.repeat(100)), new Uint8Array(200)])],
  ])('%s', (_, bytes) => {
    expect(() => everything(bytes)).toThrow(expect.objectContaining({ code: 'x509/bad-der' }));
  });

  it('a container of too many', () => {
    expect(() =>
      everything(derSequence(...Array.from({ length: 20_001 }, () => derOctetString(new Uint8Array(0))))),
    ).toThrow(/too many/);
  });

  it('any other bytes with an error of ours, or not at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (noise) => {
        try {
          everything(noise);
        } catch (error) {
          expect(isRingtoolError(error, 'x509/bad-der')).toBe(true);
        }
      }),
    );
  });
});
