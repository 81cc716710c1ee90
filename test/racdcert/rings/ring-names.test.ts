import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fillSlots } from '../../../src/core/message.ts';
import { MESSAGES } from '../../../src/racdcert/messages.ts';
import { shownRing, shownRingBeside } from '../../../src/racdcert/rings/ring-names.ts';

const of = (max: number) => fc.string({ unit: fc.constantFrom('A', 'b', '.'), minLength: 1, maxLength: max });

it('a message with a ring name is never longer than IRRD114I with 200 characters of one', () => {
  const longest = fillSlots(MESSAGES.IRRD114I.text, { ring: 'R'.repeat(200) }).length;
  fc.assert(
    fc.property(of(237), of(32), of(8), (name, label, user) => {
      const missing = fillSlots(MESSAGES.IRRD114I.text, { ring: shownRing(name) });
      const ring = shownRingBeside(name, label, user);
      const notThere = fillSlots(MESSAGES.IRRD116I.text, { label, ring, user });
      expect(missing.length).toBeLessThanOrEqual(longest);
      expect(notThere.length).toBeLessThanOrEqual(longest);
      expect(name.startsWith(ring)).toBe(true);
      expect(ring === name || notThere.length === longest).toBe(true);
    }),
  );
});
