import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha1Chain, sha256Chain } from '../../src/pem/hash-chain.ts';

it.each([
  ['sha1', sha1Chain, 20],
  ['sha256', sha256Chain, 32],
] as const)('%s, one after the other, as node:crypto does it', (name, chain, size) => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: size, maxLength: size }), fc.nat(40), (start, rounds) => {
      let expected: Uint8Array = start;
      for (let i = 0; i < rounds; i++) expected = createHash(name).update(expected).digest();
      expect(Buffer.compare(chain(start, rounds), expected)).toBe(0);
    }),
  );
});
