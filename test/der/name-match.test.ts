import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameMatchKey } from '../../src/der/name-match.ts';

function tlv(tag: number, content: Uint8Array): Uint8Array {
  return Uint8Array.from(
    content.length < 0x80
      ? [tag, content.length, ...content]
      : [tag, 0x82, content.length >> 8, content.length & 255, ...content],
  );
}
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));
const oid = (last: number): Uint8Array => tlv(0x06, Uint8Array.from([0x55, 0x04, last]));
const attribute = (last: number, tag: number, value: Uint8Array): Uint8Array =>
  tlv(0x30, join(oid(last), tlv(tag, value)));
const utf8 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));
const utf16 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
const name = (...rdns: Uint8Array[][]): Uint8Array => tlv(0x30, join(...rdns.map((each) => tlv(0x31, join(...each)))));
const cn = (text: string, tag = 0x0c): Uint8Array => name([attribute(3, tag, tag === 0x1e ? utf16(text) : utf8(text))]);

describe('nameMatchKey', () => {
  it.each([
    ['case', cn('Lab CA'), cn('LAB ca')],
    ['blanks', cn('  Lab   CA '), cn('Lab CA')],
    ['PrintableString and UTF8String', cn('Lab CA', 0x13), cn('Lab CA')],
    ['BMPString and UTF8String', cn('Z\u00fcrich', 0x1e), cn('z\u00dcRICH')],
    ['compatibility forms', cn('\uff2c\uff41\uff42'), cn('lab')],
    [
      'the order within a set',
      name([attribute(3, 0x0c, utf8('a')), attribute(10, 0x0c, utf8('b'))]),
      name([attribute(10, 0x0c, utf8('B')), attribute(3, 0x0c, utf8('A'))]),
    ],
  ])('ignores %s', (_what, a, b) => {
    expect(nameMatchKey(a)).toBe(nameMatchKey(b));
  });

  it.each([
    ['values', cn('Lab CA'), cn('Lab CB')],
    ['types', cn('Lab'), name([attribute(10, 0x0c, utf8('Lab'))])],
    [
      'order of the parts',
      name([attribute(3, 0x0c, utf8('a'))], [attribute(10, 0x0c, utf8('b'))]),
      name([attribute(10, 0x0c, utf8('b'))], [attribute(3, 0x0c, utf8('a'))]),
    ],
    [
      'one set or two',
      name([attribute(3, 0x0c, utf8('a'))], [attribute(10, 0x0c, utf8('b'))]),
      name([attribute(3, 0x0c, utf8('a')), attribute(10, 0x0c, utf8('b'))]),
    ],
    [
      'a value that imitates two',
      cn('a+550403:1:b'),
      name([attribute(3, 0x0c, utf8('a')), attribute(3, 0x0c, utf8('b'))]),
    ],
    ['bytes that are no text', name([attribute(3, 0x04, utf8('a'))]), cn('a')],
  ])('keeps %s apart', (_what, a, b) => {
    expect(nameMatchKey(a)).not.toBe(nameMatchKey(b));
  });

  it('never throws, and equal bytes have equal keys', () => {
    const sound = cn('Lab CA');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 64 }),
          fc.nat(sound.length).map((n) => sound.subarray(0, n)),
        ),
        (bytes) => {
          return nameMatchKey(bytes) === nameMatchKey(Uint8Array.from(bytes));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
