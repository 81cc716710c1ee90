import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { masked } from '../../../src/core/printable.ts';
import { wrapped } from '../../../src/racdcert/listing/wrap.ts';

describe('long values in listings', () => {
  it('shows an empty value as a line of its own', () => {
    expect(wrapped('')).toEqual(['       ><']);
  });

  it('cuts after 69 characters, and not before', () => {
    expect(wrapped('a'.repeat(69))).toEqual([`       >${'a'.repeat(69)}<`]);
    expect(wrapped('a'.repeat(70))).toEqual([`       >${'a'.repeat(69)}<`, '       >a<']);
  });

  it('joins to the same text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const lines = wrapped(text);
        expect(lines.every((line) => /^ {7}>.*<$/su.test(line))).toBe(true);
        expect(lines.every((line) => Array.from(line).length <= 78)).toBe(true);
        expect(lines.map((line) => line.slice(8, -1)).join('')).toBe(masked(text));
      }),
    );
  });

  it('lets nothing through that steers a terminal or breaks a line', () => {
    expect(wrapped('a\n\u001b[2J\u202eb')).toEqual(['       >a??[2J?b<']);
  });
});
