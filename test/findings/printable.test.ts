/** Nothing that moves a cursor or turns text around comes through. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlain, printable } from '../../src/findings/printable.ts';

describe('printable', () => {
  it.each([
    ['\u001b[2J', '\\u{1b}[2J'],
    ['a\nb\tc', 'a\\u{a}b\\u{9}c'],
    ['\u0085', '\\u{85}'],
    ['\u202egnp.exe', '\\u{202e}gnp.exe'],
    ['\u2066x\u2069', '\\u{2066}x\\u{2069}'],
    ['\u200b\ufeff', '\\u{200b}\\u{feff}'],
    ['\ud800', '\\u{d800}'],
  ])('shows %j', (text, shown) => expect(printable(text)).toBe(shown));

  it.each(["O'Brien & Söhne", '日本語', 'back\\slash', '😀'])('leaves %s alone', (text) =>
    expect(printable(text)).toBe(text),
  );

  it('is plain afterwards, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const shown = printable(text);
        expect(isPlain(shown)).toBe(true);
        expect(shown).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
      }),
    );
  });
});
