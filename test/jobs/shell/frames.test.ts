import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRingtoolError } from '../../../src/core/errors.ts';
import { LIMITS } from '../../../src/core/limits.ts';
import { frame, frameReader } from '../../../src/jobs/shell/frames.ts';

it('messages come out as they went in, however the bytes are cut', () => {
  const message = fc.record({
    name: fc.string(),
    words: fc.array(fc.string({ unit: 'grapheme' })),
    input: fc.option(fc.string()),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 5 }), fc.array(fc.nat(40), { minLength: 1 }), (messages, cuts) => {
      const bytes = Buffer.concat(messages.map((each) => frame(each)));
      const read = frameReader();
      const found: unknown[] = [];
      for (let at = 0, n = 0; at < bytes.length; n++) {
        const size = (cuts[n % cuts.length] ?? 0) + 1;
        found.push(...read(bytes.subarray(at, at + size)));
        at += size;
      }
      expect(found).toEqual(messages);
    }),
  );
});

it('what is too long or no JSON is refused', () => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(LIMITS.standInMessage + 1);
  expect(() => frameReader()(head)).toThrow(/more than/);
  expect(() => frame('x'.repeat(LIMITS.standInMessage))).toThrow(/more than/);
  expect(() => frameReader()(Buffer.from('\0\0\0\x01{'))).toThrow(/cannot be read/);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      try {
        frameReader()(bytes);
      } catch (error) {
        if (!isRingtoolError(error)) throw error;
      }
    }),
  );
});
