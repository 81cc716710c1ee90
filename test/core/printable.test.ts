/** Nothing that moves a cursor, turns text around or hides comes through. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, escapedJson, escapedLines, isPrintable, masked, stripped } from '../../src/core/printable.ts';

/** One of each kind, with its name. */
const UNSEEN: readonly (readonly [string, string])[] = [
  ['a control character', '\u001b'],
  ['a line end', '\n'],
  ['a C1 control character', '\u009b'],
  ['a line separator', '\u2028'],
  ['a paragraph separator', '\u2029'],
  ['a right-to-left override', '\u202e'],
  ['an isolate', '\u2066'],
  ['an Arabic letter mark', '\u061c'],
  ['a right-to-left mark', '\u200f'],
  ['a zero-width space', '\u200b'],
  ['a zero-width joiner', '\u200d'],
  ['a word joiner', '\u2060'],
  ['a soft hyphen', '\u00ad'],
  ['a byte order mark', '\ufeff'],
  ['an interlinear anchor', '\ufff9'],
  ['a variation selector', '\ufe0f'],
  ['a filler', '\u3164'],
  ['a tag', '\u{e0041}'],
  ['an unpaired surrogate', '\ud800'],
];

describe('unseen characters', () => {
  it.each(UNSEEN)('%s is one', (_what, character) => {
    expect(isPrintable(`a${character}b`)).toBe(false);
    expect(masked(`a${character}b`)).toBe('a?b');
    expect(stripped(`a${character}b`)).toBe('ab');
    expect(escaped(`a${character}b`)).toBe(`a\\u{${character.codePointAt(0)?.toString(16)}}b`);
  });

  it.each(["O'Brien & Söhne", '日本語', 'back\\slash', '😀', '', 'עברית'])('%s holds none', (text) => {
    expect(isPrintable(text)).toBe(true);
    for (const shown of [masked, stripped, escaped, escapedLines, escapedJson]) expect(shown(text)).toBe(text);
  });
});

describe('what is shown instead', () => {
  it('is printable, whatever came in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const shown of [masked(text), stripped(text), escaped(text)]) {
          expect(isPrintable(shown)).toBe(true);
          expect(shown).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
        }
        expect(
          escapedLines(text)
            .split(/[\t\n]/)
            .every(isPrintable),
        ).toBe(true);
      }),
    );
  });

  it('keeps tabs and line ends of a text of several lines', () => {
    expect(escapedLines('one\ttwo\nthree\r\u202e')).toBe('one\ttwo\nthree\\u{d}\\u{202e}');
  });

  it('leaves JSON that means the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = escapedJson(JSON.stringify({ text }, null, 2));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json.split('\n').every(isPrintable)).toBe(true);
      }),
    );
  });
});
