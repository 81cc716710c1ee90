import { describe, expect, it } from 'vitest';
import type { RingEntry } from '../../../src/core/entities.ts';
import { CERTAUTH, userOwner } from '../../../src/core/owner.ts';
import { ringBlock } from '../../../src/racdcert/listing/ring.ts';

const ring: RingEntry = {
  kind: 'ring',
  owner: 'U',
  name: 'R',
  connections: [
    { owner: userOwner('MAXIMUM8'), label: 'A label of thirty-two characters', usage: 'PERSONAL', default: true },
    { owner: CERTAUTH, label: 'x', usage: 'SITE', default: false },
  ],
  created: '2026-01-01T00:00:00.000Z',
  createdBy: 'U',
  sequence: 1,
};

describe('LISTRING by column, as other programs read it', () => {
  const [, , , , longest = '', shortest = ''] = ringBlock(ring);
  const columns = (line: string, from: number, to: number): string => line.slice(from - 1, to).trimEnd();

  it('puts label, owner, usage and default where they are read', () => {
    expect(columns(longest, 3, 34)).toBe('A label of thirty-two characters');
    expect(columns(longest, 38, 49)).toBe('ID(MAXIMUM8)');
    expect(columns(longest, 53, 60)).toBe('PERSONAL');
    expect(columns(longest, 66, 68)).toBe('YES');
    expect(columns(shortest, 3, 34)).toBe('x');
    expect(columns(shortest, 38, 49)).toBe('CERTAUTH');
    expect(columns(shortest, 53, 60)).toBe('SITE');
    expect(columns(shortest, 66, 68)).toBe('NO');
  });

  it('says that a ring is empty', () => {
    expect(ringBlock({ ...ring, connections: [] })).toEqual([
      '  Ring:',
      '       >R<',
      '  *** No certificates connected ***',
    ]);
  });
});
