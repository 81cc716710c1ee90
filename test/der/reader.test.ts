import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { LIMITS } from '../../src/core/limits.ts';
import { childrenOf, contentOf, encodedOf, isConstructed, readDer, tagClass } from '../../src/der/reader.ts';
import { derSequence, derValue } from '../../src/der/writer.ts';
import { hex } from '../x509/issued.ts';
import { checkDer } from './check-der.ts';

/** One case, one sentence. */
const HOSTILE: readonly [string, string, RegExp][] = [
  ['nothing at all', '', /ends where a value should start/],
  ['a tag without a length', '30', /ends before a length/],
  ['a zero tag', '00 00', /tag of a value is zero/],
  ['an indefinite length', '30 80 00 00', /indefinite/],
  ['a length in five octets', '30 85 00 00 00 00 00', /length is too large/],
  ['a length octet of all ones', '30 ff', /length is too large/],
  ['a length that is cut off', '30 82 01', /ends inside a length/],
  ['a long form for a short length', '04 81 01 00', /shortest form/],
  ['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`, /shortest form/],
  ['a value longer than the data', '04 05 00', /5 bytes is cut off after 1/],
  ['a length of four gibibytes', '04 84 ff ff ff ff 00', /4294967295 bytes is cut off/],
  ['a byte after the end', '05 00 00', /1 bytes follow/],
  ['a child longer than its parent', '30 03 04 05 00', /cut off/],
  ['a child that ends before its length', '30 01 04', /ends before a length/],
  ['a high tag that is cut off', '1f', /ends inside a tag/],
  ['a high tag with leading zeros', '1f 80 01 00', /leading zeros/],
  ['a small tag in the long form', '1f 05 00', /long form/],
  ['a tag number of five octets', '1f 81 81 81 81 01 00', /too large/],
];

describe('the strict reader refuses', () => {
  it.each(HOSTILE)('%s', (_, bytes, reason) => {
    expect(() => checkDer(hex(bytes))).toThrow(reason);
    expect(() => checkDer(hex(bytes))).toThrow(expect.objectContaining({ code: 'x509/bad-der' }));
  });

  it('values nested deeper than the limit, and takes the last allowed depth', () => {
    let bytes = hex('05 00');
    for (let depth = 0; depth < LIMITS.derDepth; depth++) bytes = derSequence(bytes);
    expect(() => checkDer(bytes)).not.toThrow();
    expect(() => checkDer(derSequence(bytes))).toThrow(/nested/);
  });

  it('more values side by side than the limit', () => {
    const many = new Uint8Array(2 * (LIMITS.derChildren + 1)).fill(0);
    for (let at = 0; at < many.length; at += 2) many[at] = 5;
    expect(() => childrenOf(readDer(derValue(0x30, many)))).toThrow(/more than 100000/);
  });

  it('children of a primitive value', () => {
    expect(() => childrenOf(readDer(hex('04 02 05 00')))).toThrow(/primitive/);
  });
});

describe('the reader', () => {
  it('tells class, number and kind of a tag', () => {
    const value = readDer(hex('bf 8f 1f 02 05 00'));
    expect([tagClass(value), value.number, isConstructed(value)]).toEqual(['context', 0x79f, true]);
    expect(tagClass(readDer(hex('45 00')))).toBe('application');
  });

  it('gives views, not copies', () => {
    const bytes = hex('30 03 04 01 41');
    const child = childrenOf(readDer(bytes))[0];
    expect(child && contentOf(child).buffer).toBe(bytes.buffer);
  });

  it('reads back what the writer wrote, whatever the tree', () => {
    const leaf = fc.uint8Array({ maxLength: 300 }).map((content) => derValue(4, content));
    const { tree } = fc.letrec<{ tree: Uint8Array }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }).map((parts) => derSequence(...parts)),
      ),
    }));
    const rebuild = (bytes: Uint8Array): Uint8Array => {
      const value = readDer(bytes);
      return isConstructed(value)
        ? derSequence(...childrenOf(value).map((child) => rebuild(encodedOf(child))))
        : derValue(value.tag, contentOf(value));
    };
    fc.assert(
      fc.property(tree, (bytes) => {
        expect(Buffer.from(rebuild(bytes))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('answers any noise with a value or with x509/bad-der', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          checkDer(bytes);
        } catch (error) {
          expect(isRingtoolError(error, 'x509/bad-der')).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
