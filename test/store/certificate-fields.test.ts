import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRingtoolError } from '../../src/core/errors.ts';
import { certificateFields } from '../../src/store/certificate-fields.ts';
import { certificateDer, nameOf, spkiOf } from './samples.ts';

describe('certificateFields', () => {
  it('finds what OpenSSL finds', () => {
    const der = certificateDer({ subject: 'Elm', issuer: 'Lab CA', serial: 0x1234, spki: spkiOf('p256-a') });
    const fields = certificateFields(der);
    const peer = new X509Certificate(der);
    expect(fields.serial).toBe(peer.serialNumber);
    expect(fields.serial).toBe('0100001234');
    expect(Buffer.from(fields.spki)).toEqual(peer.publicKey.export({ type: 'spki', format: 'der' }));
    expect(fields.notAfter).toEqual(new Date(peer.validTo));
    expect(fields.issuer).toEqual(nameOf('Lab CA'));
    expect(fields.subject).toEqual(nameOf('Elm'));
  });

  it.each([
    ['991231235959Z', '1999-12-31T23:59:59.000Z'],
    ['491231235959Z', '2049-12-31T23:59:59.000Z'],
    ['500101000000Z', '1950-01-01T00:00:00.000Z'],
    ['99991231235959Z', '9999-12-31T23:59:59.000Z'],
  ])('reads %s', (notAfter, iso) => {
    expect(certificateFields(certificateDer({ notAfter })).notAfter.toISOString()).toBe(iso);
  });

  it('refuses every cut and survives every damage', () => {
    const der = certificateDer();
    for (let length = 0; length < der.length; length++) {
      expect(() => certificateFields(der.subarray(0, length))).toThrow(
        expect.objectContaining({ code: 'x509/bad-certificate' }),
      );
    }
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), (at, value) => {
        const damaged = Uint8Array.from(der);
        damaged[at] = value;
        try {
          certificateFields(damaged);
        } catch (error) {
          expect(isRingtoolError(error, 'x509/bad-certificate')).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses lengths beyond the end and without end', () => {
    for (const bytes of [
      [0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
      [0x30, 0x80, 0, 0],
      [0x30, 0x85, 0, 0, 0, 0, 1, 0],
      [],
    ]) {
      expect(() => certificateFields(Uint8Array.from(bytes))).toThrow(
        expect.objectContaining({ code: 'x509/bad-certificate' }),
      );
    }
  });
});
