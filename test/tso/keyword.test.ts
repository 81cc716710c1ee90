import fc from 'fast-check';
import { expect, it } from 'vitest';
import { resolveKeyword } from '../../src/tso/keyword.ts';

const word = (text: string) => ({ text, quoted: false, at: 0, sub: null });

it('an exact match wins over longer keywords', () => {
  expect(resolveKeyword(word('GEN'), ['GENCERT', 'GEN', 'GENREQ'])).toEqual({ kind: 'value', value: 'GEN' });
});

it('a list without a name is no keyword', () => {
  expect(resolveKeyword({ ...word(''), at: 9, sub: [] }, ['LIST'])).toMatchObject({
    kind: 'problem',
    message: { id: 'RNGT904I', inserts: { column: '10' } },
  });
});

it('letters beyond a to z are not folded into keywords', () => {
  expect(resolveKeyword(word('l\u0131st'), ['LIST'])).toMatchObject({ kind: 'problem', message: { id: 'IKJ56712I' } });
});

it('a prefix is accepted exactly when one keyword begins so', () => {
  const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom('A', 'B'), minLength: 1, maxLength: 5 }), {
    minLength: 1,
  });
  fc.assert(
    fc.property(names, fc.string({ unit: fc.constantFrom('A', 'B'), minLength: 1, maxLength: 5 }), (known, text) => {
      const begins = known.filter((name) => name.startsWith(text));
      const expected = known.includes(text) ? text : begins.length === 1 ? begins[0] : undefined;
      const found = resolveKeyword(word(text), known);
      expect(found.kind === 'value' ? found.value : undefined).toBe(expected);
    }),
  );
});
