import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bySpecificity, covers, isGeneric } from '../../src/authority/generic.ts';

describe('what a generic name protects', () => {
  it.each([
    ['IRR.DIGTCERT.*', 'IRR.DIGTCERT.ADD', true],
    ['IRR.DIGTCERT.*', 'IRR.DIGTCERT.ADD.MORE', true],
    ['IRR.DIGTCERT.*', 'IRR.DIGTCERT', false],
    ['IRR.DIGTCERT.*', 'IRR.DIGTCERT.', false],
    ['IRR.DIGTCERT.**', 'IRR.DIGTCERT', true],
    ['IRR.DIGTCERT.**', 'IRR.DIGTCERT.LIST', true],
    ['IRR.DIGTCERT.**', 'IRR.DIGTCERTS', false],
    ['IRR.DIG*', 'IRR.DIGTCERT.LIST', true],
    ['IRR.DIG*', 'IRR.DIG', true],
    ['IRR.*.LIST', 'IRR.DIGTCERT.LIST', true],
    ['IRR.*.LIST', 'IRR.A.B.LIST', false],
    ['IRR.*.LIST', 'IRR..LIST', false],
    ['IRR.D*.LIST', 'IRR.D.LIST', true],
    ['IRR.**.LIST', 'IRR.LIST', true],
    ['IRR.**.LIST', 'IRR.A.B.LIST', true],
    ['IRR.**.LIST', 'IRR.LISTS', false],
    ['**.LIST', 'LIST', true],
    ['**.LIST', 'A.B.LIST', true],
    ['**.LIST', 'A.BLIST', false],
    ['*.SERVER*.UPD.ADDRING', 'WEBSRV.SERVERABC.UPD.ADDRING', true],
    ['IRR.DIGTCERT.*.TCPIP*.*.GENCERT', 'IRR.DIGTCERT.CERTIFAUTH.TCPIP_SYS1.UPD.GENCERT', true],
    ['A.%%', 'A.BC', true],
    ['A.%%', 'A.B', false],
    ['A.%%', 'A.B.C', false],
    ['*', 'ANY.THING', true],
    ['**', 'ANY.THING', true],
    ['A.B', 'A.B', true],
    ['A.B', 'A.BC', false],
  ])('%s, %s: %s', (pattern, resource, expected) => expect(covers(pattern, resource)).toBe(expected));
});

describe('the most specific name', () => {
  it.each([
    [['**', 'IRR.**', 'IRR.DIGTCERT.*', 'IRR.DIGTCERT.**', 'IRR.DIGTCERT.ADD*', 'IRR.*.ADD'], 'IRR.DIGTCERT.ADD*'],
    [['A.*', 'A.*.C'], 'A.*.C'],
    [['A.**', 'A.*'], 'A.*'],
    [['A.%', 'A.*'], 'A.%'],
    [['A.%.**', 'A.%'], 'A.%'],
    [['AB*', 'AB.*'], 'AB.*'],
  ])('of %j', (names, expected) => expect([...names].sort(bySpecificity)[0]).toBe(expected));
});

const qualifier = fc.string({ unit: fc.constantFrom('A', 'B', '1'), minLength: 1, maxLength: 4 });
const resource = fc.array(qualifier, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('.'));

it('a name protects itself, and ** everything', () => {
  fc.assert(
    fc.property(resource, (name) => {
      expect(covers(name, name)).toBe(true);
      expect(covers('**', name)).toBe(true);
      expect(isGeneric(name)).toBe(false);
    }),
  );
});

it('a qualifier replaced by *, a character by %, or a tail by ** still protects the name', () => {
  fc.assert(
    fc.property(resource, fc.nat(), (name, at) => {
      const parts = name.split('.');
      const index = at % parts.length;
      expect(covers(parts.map((part, i) => (i === index ? '*' : part)).join('.'), name)).toBe(true);
      expect(covers(parts.map((part, i) => (i === index ? '%'.repeat(part.length) : part)).join('.'), name)).toBe(true);
      expect(covers([...parts.slice(0, index), '**'].join('.'), name)).toBe(true);
      expect(covers(`${parts.slice(0, index + 1).join('.')}*`, name)).toBe(true);
    }),
  );
});

it('the order of names is total, whatever they hold, and matching ends', () => {
  const hostile = fc.string({ unit: fc.constantFrom('*', '%', '.', 'A'), maxLength: 246 });
  fc.assert(
    fc.property(hostile, hostile, hostile, (a, b, c) => {
      expect(Math.sign(bySpecificity(a, b))).toBe(-Math.sign(bySpecificity(b, a)) + 0);
      if (bySpecificity(a, b) <= 0 && bySpecificity(b, c) <= 0) expect(bySpecificity(a, c)).toBeLessThanOrEqual(0);
      expect(typeof covers(a, b)).toBe('boolean');
    }),
  );
});
