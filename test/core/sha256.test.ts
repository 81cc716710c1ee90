import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sha256Hex } from '../../src/core/sha256.ts';

it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 1_000, 70_000])('hashes %d bytes as node:crypto does', (length) => {
  const bytes = Uint8Array.from({ length }, (_, i) => (i * 31 + 7) & 0xff);
  expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('hashes anything as node:crypto does', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
    }),
  );
});
