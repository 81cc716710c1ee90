/** Nothing from outside may steer the reader's terminal. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visible, visibleJson } from '../../src/cli/visible.ts';

describe('visible text', () => {
  it.each([
    ['a\u001b[31mb', 'a\\u{1b}[31mb'],
    ['one\ttwo\nthree', 'one\ttwo\nthree'],
    ['a\rb', 'a\\u{d}b'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['Grüße', 'Grüße'],
  ])('%j becomes %j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('holds no control character, whatever goes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });
});

describe('visible JSON', () => {
  it('reads back as what it was, and holds no control character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = visibleJson({ text });
        expect(JSON.parse(json)).toEqual({ text });
        expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
      }),
    );
  });
});
