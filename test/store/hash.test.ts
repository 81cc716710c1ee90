import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hash, hashBytes } from '../../src/store/hash.ts';

it('gives 32 lower-case hex digits', () => {
  fc.assert(fc.property(fc.string(), (text) => /^[0-9a-f]{32}$/.test(hash(text)) && hash(`${text} `) !== hash(text)));
});

it('keeps bytes and the text of the same characters together', () => {
  expect(hashBytes(Uint8Array.from([0x61, 0xe9]))).toBe(hash('a\u00e9'));
});

it('spreads names that differ little over all buckets, and never gives one fingerprint twice', () => {
  const all = Array.from({ length: 50_000 }, (_, i) => hash(`certificates/tcpcs~u/label${i}~u.json`));
  expect(new Set(all).size).toBe(all.length);
  const buckets = new Map<string, number>();
  for (const each of all) buckets.set(each.slice(0, 2), (buckets.get(each.slice(0, 2)) ?? 0) + 1);
  expect(buckets.size).toBe(256);
  // 195 on average; six standard deviations are about 84.
  expect(Math.max(...buckets.values())).toBeLessThan(195 + 100);
  expect(Math.min(...buckets.values())).toBeGreaterThan(195 - 100);
});
