import { describe, expect, it } from 'vitest';
import { fieldsOf, onlyChild, TAG } from '../../src/der/fields.ts';
import { contentOf, readDer } from '../../src/der/reader.ts';
import { hex } from '../x509/issued.ts';

const pair = readDer(hex('30 05 02 01 05 05 00'));

describe('a walk over fields', () => {
  it('takes them in order and passes over what is absent', () => {
    const fields = fieldsOf(pair, 'the pair');
    expect(fields.optional(TAG.boolean)).toBeNull();
    expect([...contentOf(fields.take(TAG.integer, 'number'))]).toEqual([5]);
    expect(fields.peek()?.tag).toBe(TAG.nothing);
    expect(fields.next('rest').tag).toBe(TAG.nothing);
    expect(fields.peek()).toBeNull();
    fields.done();
  });

  it('names what is missing, wrong or left over', () => {
    expect(() => fieldsOf(pair, 'the pair').done()).toThrow('the pair holds 2 fields too many');
    expect(() => fieldsOf(pair, 'the pair').take(TAG.oid, 'kind')).toThrow(
      'kind of the pair has the tag 0x02 instead of 0x06',
    );
    expect(() => fieldsOf(readDer(hex('30 00')), 'the pair').next('number')).toThrow('the pair ends before its number');
    expect(() => fieldsOf(readDer(hex('31 00')), 'the pair')).toThrow('the pair has the tag 0x31 instead of 0x30');
    expect(() => onlyChild(pair, 'the wrapper')).toThrow('the wrapper holds 2 values instead of one');
  });
});
