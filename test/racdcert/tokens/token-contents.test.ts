import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenEntry } from '../../../src/core/entities.ts';
import { isRingtoolError } from '../../../src/core/errors.ts';
import {
  type BoundCertificate,
  boundCertificateOf,
  certificatesIn,
  copiedKeyId,
  linkedKey,
  withCertificate,
  withoutObjects,
} from '../../../src/racdcert/tokens/token-contents.ts';

const MADE = { created: '2026-01-01T00:00:00.000Z', createdBy: 'IBMUSER' };
const EMPTY: TokenEntry = { kind: 'token', name: 'T', objects: [], lastNumber: 0, ...MADE };

function bound(number: number, parts: Partial<BoundCertificate> = {}): BoundCertificate {
  const plain = { type: 'certificate', der: new Uint8Array([number]), usage: 'PERSONAL', default: false } as const;
  return { ...plain, number, label: `L${number}`, keyId: null, ...parts };
}

describe('certificates of a token', () => {
  it('are in order of their numbers, one of them the default at most, and no number comes twice', () => {
    const steps = fc.array(fc.record({ out: fc.boolean(), pick: fc.nat(20), default: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(steps, (list) => {
        let token = EMPTY;
        const given = new Set<number>();
        for (const step of list) {
          const there = certificatesIn(token);
          const picked = there[step.pick % Math.max(there.length, 1)];
          if (step.out && picked !== undefined) token = withoutObjects(token, [picked]);
          else {
            const again = picked !== undefined && step.pick % 2 === 0;
            const number = again ? picked.number : token.lastNumber + 1;
            expect(given.has(number)).toBe(again);
            given.add(number);
            token = withCertificate(token, bound(number, { default: step.default }));
          }
          const numbers = certificatesIn(token).map((each) => each.number);
          expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
          expect(certificatesIn(token).filter((each) => each.default).length).toBeLessThanOrEqual(1);
          expect(token.lastNumber).toBe(given.size);
        }
      }),
    );
  });

  it('leave what is not theirs alone', () => {
    const other = { type: 'other', description: 'data object' } as const;
    const token = withCertificate({ ...EMPTY, objects: [other] }, bound(1, { default: true }));
    expect(withoutObjects(token, certificatesIn(token)).objects).toEqual([other]);
  });

  it('are linked with a secure key by the key itself', () => {
    const key = { type: 'key', id: '0A', spki: new Uint8Array(), keyId: 'k' } as const;
    const token = { ...EMPTY, objects: [key] };
    expect(linkedKey(token, bound(1, { keyId: 'k' }))).toBe(key);
    expect(linkedKey(token, bound(1, { keyId: 'other' }))).toBeNull();
    expect(linkedKey(token, bound(1))).toBeNull();
  });

  it('have ids of their own for their private keys', () => {
    const der = new Uint8Array([1]);
    const ids = [
      copiedKeyId('A', 1, der),
      copiedKeyId('B', 1, der),
      copiedKeyId('A', 2, der),
      copiedKeyId('A1', 1, der),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    expect(copiedKeyId('A', 1, der)).toBe(ids[0]);
  });

  it('are named when they cannot be read', () => {
    try {
      boundCertificateOf(EMPTY, bound(7));
      expect.unreachable();
    } catch (error) {
      expect(isRingtoolError(error, 'x509/bad-certificate')).toBe(true);
      expect(String(error)).toContain('certificate 7 of token T');
    }
  });
});
