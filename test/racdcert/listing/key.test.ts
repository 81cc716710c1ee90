import { describe, expect, it } from 'vitest';
import { NO_KEY } from '../../../src/racdcert/keys/key-place.ts';
import { keyLines } from '../../../src/racdcert/listing/key.ts';

const RSA = { kind: 'RSA', size: 2048 } as const;
const ECC = { kind: 'NIST ECC', size: 256 } as const;
const IN_PKDS = { ...NO_KEY, keyId: 'k', pkdsLabel: 'LAB.KEY' };
const IN_TOKEN = { ...NO_KEY, keyId: 'k', tokenKey: { token: 'LAB.TOKEN', id: '0A1B' } };

describe('lines about keys', () => {
  it('have three lines since 2.1, and more for a key that ICSF keeps', () => {
    const own = keyLines({ ...NO_KEY, keyId: 'k' }, RSA, '2.1');
    expect(own).toEqual(['  Key Type: RSA', '  Key Size: 2048', '  Private Key: YES']);
    expect(keyLines(IN_PKDS, RSA, '3.1').slice(2)).toEqual(['  Private Key: YES', '  PKDS Label: LAB.KEY']);
    expect(keyLines(IN_TOKEN, RSA, '3.1').slice(2)).toEqual([
      '  Private Key: YES',
      '  TKDS Token: LAB.TOKEN',
      '  TKDS ID: 0A1B',
    ]);
    expect(keyLines(NO_KEY, RSA, '3.1')[2]).toBe('  Private Key: NO');
  });

  it('name the place of the key before 2.1', () => {
    expect(keyLines(NO_KEY, RSA, '1.13')).toEqual(['  Private Key Type: NONE']);
    expect(keyLines({ ...NO_KEY, keyId: 'k' }, RSA, '1.12')[0]).toBe('  Private Key Type: Non-ICSF');
    expect(keyLines(IN_PKDS, RSA, '1.12')[0]).toBe('  Private Key Type: PCICC');
    expect(keyLines({ ...IN_PKDS, modulusExponent: true }, RSA, '1.12')[0]).toBe('  Private Key Type: ICSF');
    expect(keyLines(IN_PKDS, ECC, '1.13')[0]).toBe('  Private Key Type: ICSF');
  });

  it('have no word for keys that RACF does not know', () => {
    expect(keyLines(NO_KEY, { kind: 'Ed25519', size: 256 }, '3.1')[0]).toBe('  Key Type: UNKNOWN');
  });
});
