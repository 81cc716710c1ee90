import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextSerial, serialText } from '../../../src/racdcert/new-certificate/serial.ts';
import { derInteger } from '../../../src/der/writer.ts';

it('counts past what a number of JavaScript holds', () => {
  expect(nextSerial({ lastSerial: '0' })).toBe(1n);
  expect(nextSerial({ lastSerial: '18446744073709551615' })).toBe(18446744073709551616n);
});

it('writes the content of the INTEGER, as a certificate that has the number shows it', () => {
  expect([0n, 1n, 127n, 128n, 255n, 256n, 0x8000n].map(serialText)).toEqual([
    '00',
    '01',
    '7F',
    '0080',
    '00FF',
    '0100',
    '008000',
  ]);
  fc.assert(
    fc.property(fc.bigInt(0n, 2n ** 150n), (serial) => {
      expect(serialText(serial)).toBe(Buffer.from(derInteger(serial).slice(2)).toString('hex').toUpperCase());
    }),
  );
});
