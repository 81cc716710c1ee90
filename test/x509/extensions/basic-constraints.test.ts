import { describe, expect, it } from 'vitest';
import { basicConstraints, encodeBasicConstraints } from '../../../src/x509/extensions/basic-constraints.ts';
import { EXTENSION_OIDS } from '../../../src/x509/oids.ts';
import { hex } from '../issued.ts';

const read = (value: Uint8Array) =>
  basicConstraints({ extensions: [{ oid: EXTENSION_OIDS.basicConstraints, critical: true, value }] });

describe('basic constraints', () => {
  it.each([
    [{ cA: true, pathLength: null }, '30 03 01 01 ff'],
    [{ cA: true, pathLength: 0 }, '30 06 01 01 ff 02 01 00'],
    [{ cA: false, pathLength: null }, '30 00'],
  ])('%j', (constraints, bytes) => {
    expect(Buffer.from(encodeBasicConstraints(constraints))).toEqual(Buffer.from(hex(bytes)));
    expect(read(hex(bytes))).toEqual(constraints);
  });

  it('takes a FALSE that is written out, as many programs do', () => {
    expect(read(hex('30 03 01 01 00'))).toEqual({ cA: false, pathLength: null });
  });

  it.each(['30 03 01 01 01', '30 03 02 05 01', '30 04 04 02 05 00', '05 00', '30 07 02 05 01 00 00 00 00'])(
    'refuses %s',
    (bytes) => {
      expect(() => read(hex(bytes))).toThrow(expect.objectContaining({ code: 'x509/bad-certificate' }));
    },
  );

  it('is null when absent', () => {
    expect(basicConstraints({ extensions: [] })).toBeNull();
  });
});
