import { describe, expect, it } from 'vitest';
import { keyLines } from '../../../src/racdcert/listing/key.ts';

const RSA = { kind: 'RSA', size: 2048 } as const;

describe('lines about keys', () => {
  it('have three lines since 2.1, and a fourth for a key in the PKDS', () => {
    expect(keyLines({ keyId: 'k', pkdsLabel: null, tokenKey: null, modulusExponent: false }, RSA, '2.1')).toEqual([
      '  Key Type: RSA',
      '  Key Size: 2048',
      '  Private Key: YES',
    ]);
    expect(
      keyLines({ keyId: null, pkdsLabel: 'LAB.KEY', tokenKey: null, modulusExponent: false }, RSA, '3.1').slice(2),
    ).toEqual(['  Private Key: YES', '  PKDS Label: LAB.KEY']);
    expect(keyLines({ keyId: null, pkdsLabel: null, tokenKey: null, modulusExponent: false }, RSA, '3.1')[2]).toBe(
      '  Private Key: NO',
    );
  });

  it('name the place of the key before 2.1', () => {
    expect(keyLines({ keyId: null, pkdsLabel: null, tokenKey: null, modulusExponent: false }, RSA, '1.13')).toEqual([
      '  Private Key Type: NONE',
    ]);
    expect(keyLines({ keyId: 'k', pkdsLabel: 'LAB.KEY', tokenKey: null, modulusExponent: false }, RSA, '1.12')[0]).toBe(
      '  Private Key Type: ICSF',
    );
  });

  it('have no word for keys that RACF does not know', () => {
    expect(
      keyLines(
        { keyId: null, pkdsLabel: null, tokenKey: null, modulusExponent: false },
        { kind: 'Ed25519', size: 256 },
        '3.1',
      )[0],
    ).toBe('  Key Type: UNKNOWN');
  });
});
