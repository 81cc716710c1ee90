import { expect, it } from 'vitest';
import { fingerprint, withColons } from '../../src/x509/fingerprint.ts';

it('a fingerprint is the digest in upper case, with colons where wanted (test vectors of FIPS 180)', () => {
  expect(fingerprint(Buffer.from('abc'), 'sha256')).toBe(
    'BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD',
  );
  expect(withColons(fingerprint(Buffer.from('abc'), 'sha1'))).toBe(
    'A9:99:3E:36:47:06:81:6A:BA:3E:25:71:78:50:C2:6C:9C:D0:D8:9D',
  );
});
