/** ROLLOVER in rings: whatever they hold, no certificate stands there twice, and both sides agree. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CertificateEntry, RingEntry, Usage } from '../../../src/core/entities.ts';
import { sameCertificate, userOwner } from '../../../src/core/owner.ts';
import type { StoreView } from '../../../src/core/view.ts';
import { succeedInRings } from '../../../src/racdcert/rings/rollover-rings.ts';

const OWNER = userOwner('U1');
const usage = fc.constantFrom<Usage>('PERSONAL', 'CERTAUTH', 'SITE');
/** Labels of one ring in order, with the one that is default. */
const RINGS = fc.array(
  fc.record({
    labels: fc.shuffledSubarray(['old', 'new', 'a', 'b', 'c']),
    usages: fc.array(usage, { minLength: 5, maxLength: 5 }),
    isDefault: fc.nat(5),
  }),
  { maxLength: 4 },
);

function ringsOf(drawn: readonly { labels: readonly string[]; usages: readonly Usage[]; isDefault: number }[]) {
  return drawn.map(
    ({ labels, usages, isDefault }, at): RingEntry => ({
      kind: 'ring',
      owner: 'U2',
      name: `R${at}`,
      connections: labels.map((label, index) => ({
        owner: OWNER,
        label,
        usage: usages[index] ?? 'PERSONAL',
        default: index === isDefault,
      })),
      created: '',
      createdBy: '',
      sequence: at,
    }),
  );
}

function entryIn(rings: readonly RingEntry[], label: string): CertificateEntry {
  const holding = rings.filter((ring) => ring.connections.some((each) => each.label === label));
  const at = holding.map(({ owner, name }) => ({ owner, name }));
  return { owner: OWNER, label, rings: at } as unknown as CertificateEntry;
}

it('leaves rings whole', () =>
  fc.assert(
    fc.asyncProperty(RINGS, async (drawn) => {
      const rings = ringsOf(drawn);
      const view = { ring: async (_: string, name: string) => rings.find((ring) => ring.name === name) ?? null };
      const [old, successor] = [entryIn(rings, 'old'), entryIn(rings, 'new')];
      const { rings: changes, oldRings, newRings } = await succeedInRings(view as unknown as StoreView, old, successor);
      const changed = new Map(
        changes.flatMap((change) =>
          change.action === 'put' && change.entity.kind === 'ring' ? [[change.entity.name, change.entity]] : [],
        ),
      );
      for (const before of rings) {
        const after = changed.get(before.name) ?? before;
        const held = before.connections.find((each) => each.label === 'old');
        const labels = after.connections.map((each) => each.label);
        expect(new Set(labels).size).toBe(labels.length);
        const defaults = (ring: RingEntry) => ring.connections.filter((each) => each.default).length;
        expect(defaults(after)).toBe(defaults(before));
        expect(labels.includes('old')).toBe(held !== undefined && held.usage !== 'PERSONAL');
        const taking = after.connections.find((each) => each.label === 'new');
        if (held !== undefined) expect(taking).toMatchObject({ usage: held.usage });
        if (held?.default) expect(taking?.default).toBe(true);
        // The others are as they were, in their order.
        const others = (ring: RingEntry) => ring.connections.filter((each) => !['old', 'new'].includes(each.label));
        expect(others(after)).toEqual(others(before));
        if (held?.usage === 'PERSONAL') {
          const without = before.connections.filter((each) => each.label !== 'new');
          expect(labels.indexOf('new')).toBe(without.findIndex((each) => sameCertificate(each, held)));
        }
        expect(oldRings.some(({ name }) => name === before.name)).toBe(labels.includes('old'));
        expect(newRings.some(({ name }) => name === before.name)).toBe(labels.includes('new'));
      }
    }),
  ));
