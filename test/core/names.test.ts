import { describe, expect, it } from 'vitest';
import { foldUserId, isDataSetName, isLabel, isRingName, isTokenName, isUserId } from '../../src/core/names.ts';

describe('user ids', () => {
  it.each(['A', 'TCPCS', '#SYS', '@1', '$A234567'])('%s is one', (id) => expect(isUserId(id)).toBe(true));
  it.each(['', '1A', 'tcpcs', 'NINECHARS', 'A-B', 'A B'])('%j is none', (id) => expect(isUserId(id)).toBe(false));
  it.each([
    ['root', 'ROOT'],
    ['jo.smith-long', 'JOSMITHL'],
    ['7up', 'UP'],
    ['...', 'IBMUSER'],
  ])('login %s folds to %s', (login, id) => expect(foldUserId(login)).toBe(id));
});

describe('labels', () => {
  it.each(['a', 'ABCTLS CA', "O'Brien", 'x'.repeat(32)])('%j is one', (label) => expect(isLabel(label)).toBe(true));
  it.each(['', ' a', 'a ', 'x'.repeat(33), 'a\nb', 'a\u202eb'])('%j is none', (label) =>
    expect(isLabel(label)).toBe(false),
  );
});

describe('ring names', () => {
  it.each(['TLSRING', 'PayGW.Ring', 'a/b*c', 'r'.repeat(237)])('%s is one', (name) =>
    expect(isRingName(name)).toBe(true),
  );
  it.each(['', 'a b', 'a,b', 'a(b', 'r'.repeat(238)])('%j is none', (name) => expect(isRingName(name)).toBe(false));
});

describe('token names', () => {
  it.each(['A', 'WEBSRV.TOKEN', '#1.$', 'T'.repeat(32)])('%s is one', (name) => expect(isTokenName(name)).toBe(true));
  it.each(['', '1A', '.A', 'a', 'A B', 'A-B', 'T'.repeat(33)])('%j is none', (name) =>
    expect(isTokenName(name)).toBe(false),
  );
});

describe('data set names', () => {
  it.each(['A', 'IBMUSER.CERT.PEM', 'A.B#C.$D', 'USER1.X-Y'])('%s is one', (n) => expect(isDataSetName(n)).toBe(true));
  it.each(['', 'a.b', 'A..B', '.A', 'A.', '../A', 'A/B', 'A(B)', '1A.B', 'A.B23456789', `${'A2345678.'.repeat(5)}A`])(
    '%j is none',
    (n) => expect(isDataSetName(n)).toBe(false),
  );
});
