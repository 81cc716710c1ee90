import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginsWithPrefix,
  FILTER_PREFIXES,
  filterFrom,
  filtersOf,
  partsLeftOpen,
} from '../../../src/racdcert/mapping/name-filter.ts';
import { buildName, listingName, type Name } from '../../../src/x509/name.ts';

/** Most general part first, as names are encoded. */
function name(...parts: readonly (readonly [string, string])[]): Name {
  return buildName(parts.map(([type, value]) => ({ type, value })));
}

const LAB = name(['C', 'US'], ['O', 'Example Lab'], ['OU', 'Sales'], ['CN', 'partner01.lab.example.com']);

const anyName = fc
  .array(
    fc.tuple(
      fc.constantFrom('C', 'O', 'OU', 'CN', 'L', 'EMAIL'),
      fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom(...'ab.=, +OUCN\u00e9') }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => name(...parts.map(([type, value]) => [type, type === 'C' ? 'US' : value] as const)));

describe('the beginning of a filter', () => {
  it('is a type of a name in upper case, or a number for types without a word', () => {
    for (const prefix of FILTER_PREFIXES) expect(beginsWithPrefix(`${prefix}=x`), prefix).toBe(true);
    expect(beginsWithPrefix('1.2.3.4=x')).toBe(true);
    for (const text of ['', '=', '=x', 'x', 'O', 'o=x', 'OX=x', ' O=x', 'O =x', 'Example.O=x', '1=x', '1.=x', '.1=x']) {
      expect(beginsWithPrefix(text), text).toBe(false);
    }
  });
});

describe('filters of a name', () => {
  it('are its ends in the form of listings, the whole name first', () => {
    expect(filtersOf(LAB)).toEqual([
      'CN=partner01.lab.example.com.OU=Sales.O=Example Lab.C=US',
      'OU=Sales.O=Example Lab.C=US',
      'O=Example Lab.C=US',
      'C=US',
    ]);
    expect(filtersOf(name())).toEqual([]);
  });

  it('fit as a whole only: case, blanks and the beginning of a part count', () => {
    expect(partsLeftOpen('O=Example Lab.C=US', LAB)).toBe(2);
    for (const filter of [
      'O=example lab.C=US',
      'O=Example  Lab.C=US',
      'O=Example Lab',
      '=Sales.O=Example Lab.C=US',
      '',
    ]) {
      expect(partsLeftOpen(filter, LAB), filter).toBeNull();
    }
  });

  it('begin at no period inside a value', () => {
    const intruder = name(['C', 'GB'], ['CN', 'evil.OU=Sales.O=Example Lab.C=US']);
    expect(listingName(intruder)).toBe('CN=evil.OU=Sales.O=Example Lab.C=US.C=GB');
    const other = name(['CN', 'evil.OU=Sales.O=Example Lab.C=US']);
    expect(partsLeftOpen('OU=Sales.O=Example Lab.C=US', other)).toBeNull();
    expect(partsLeftOpen('com.OU=Sales.O=Example Lab.C=US', LAB)).toBeNull();
  });

  it('are as many as the name has parts, each the end of the one before', () => {
    fc.assert(
      fc.property(anyName, (any) => {
        const filters = filtersOf(any);
        expect(filters).toHaveLength(any.rdns.length);
        expect(filters[0]).toBe(listingName(any));
        for (const [at, filter] of filters.entries()) {
          expect(at === 0 || filters[at - 1]?.endsWith(`.${filter}`)).toBe(true);
          expect(beginsWithPrefix(filter)).toBe(true);
          expect(partsLeftOpen(filter, any)).toBe(at);
        }
      }),
    );
  });
});

describe('a starting point in a model', () => {
  it('is the first part that begins so, and takes the name from there', () => {
    expect(filterFrom(LAB, 'O', 'SDNFILTER')).toEqual({ filter: 'OU=Sales.O=Example Lab.C=US', partial: true });
    expect(filterFrom(LAB, 'CN=partner01.lab', 'SDNFILTER')).toEqual({ filter: listingName(LAB), partial: false });
    expect(filterFrom(LAB, 'OU=Sales.O=Exa', 'SDNFILTER')).toMatchObject({ partial: true });
  });

  it('must be there', () => {
    const absent = { kind: 'refusal', message: { id: 'IRRD141I', inserts: { filter: 'IDNFILTER' } } };
    for (const start of ['OU=sales', 'lab.example.com', 'O=Example Lab.C=GB', `${listingName(LAB)}.`]) {
      expect(filterFrom(LAB, start, 'IDNFILTER'), start).toMatchObject(absent);
    }
    expect(filterFrom(name(), 'CN=', 'IDNFILTER')).toMatchObject(absent);
  });

  it('may result in 255 characters and no more', () => {
    const of = (length: number) => filterFrom(name(['O', 'x'.repeat(length - 2)]), 'O=', 'SDNFILTER');
    expect(of(255)).toEqual({ filter: `O=${'x'.repeat(253)}`, partial: false });
    expect(of(256)).toMatchObject({ message: { id: 'IRRD142I', inserts: { filter: 'SDNFILTER' } } });
  });

  it('makes a filter that fits the name it was cut from', () => {
    fc.assert(
      fc.property(anyName, fc.string({ minLength: 1, maxLength: 10 }), fc.nat(), (any, text, pick) => {
        const whole = filtersOf(any)[pick % any.rdns.length] ?? '';
        for (const start of [text, whole, whole.slice(0, 1 + (pick % whole.length))]) {
          const cut = filterFrom(any, start, 'SDNFILTER');
          if ('filter' in cut) {
            expect(cut.filter.startsWith(start)).toBe(true);
            expect(partsLeftOpen(cut.filter, any)).not.toBeNull();
            expect(cut.partial).toBe(cut.filter !== listingName(any));
          } else {
            expect(cut.message.id).toBe('IRRD141I');
            expect(start).toBe(text);
          }
        }
      }),
    );
  });
});
