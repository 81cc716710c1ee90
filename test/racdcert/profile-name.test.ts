import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { digtcertName } from '../../src/racdcert/profile-name.ts';
import { buildName } from '../../src/x509/name.ts';

const der = new Uint8Array([0x30, 0x00]);
const HASH = createHash('sha1').update(der).digest('hex').toUpperCase();

const nameOf = (serial: string, ...attributes: readonly (readonly [string, string])[]): string =>
  digtcertName({ serial, issuer: buildName(attributes.map(([type, value]) => ({ type, value }))), der });

it('puts a cent sign where a profile name may not have the character, and keeps the case', () => {
  expect(nameOf('083BE0', ['C', 'US'], ['O', 'DigiCert Inc'], ['OU', 'www.example.com'], ['CN', 'DigiCert Root'])).toBe(
    '083BE0.CN=DigiCert¢Root.OU=www.example.com.O=DigiCert¢Inc.C=US',
  );
  expect(nameOf('00', ['O', 'A, B; (C)'])).toBe('00.O=A¢¢B¢¢¢C¢');
});

it('246 characters are shown whole, and of more the beginning, a hash and the end', () => {
  const whole = `01.O=${'x'.repeat(241)}`;
  expect(nameOf('01', ['O', 'x'.repeat(241)])).toBe(whole);
  const cut = nameOf('01', ['C', 'US'], ['O', 'y z'.repeat(40)], ['CN', 'x'.repeat(200)]);
  expect(cut).toHaveLength(246);
  expect(cut).toBe(`01.CN=${'x'.repeat(99)}${HASH}${'y¢z'.repeat(40).slice(-96)}.C=US`);
});

it('a serial number longer than any may be is cut as well', () => {
  const cut = nameOf('AB'.repeat(200), ['O', 'x']);
  expect(cut).toHaveLength(246);
  expect(cut.endsWith(`.${HASH}`)).toBe(true);
});

it('other certificates of the same long name have other profiles', () => {
  const issuer = buildName([{ type: 'O', value: 'x'.repeat(300) }]);
  const other = digtcertName({ serial: '01', issuer, der: new Uint8Array([0x30, 0x01, 0x00]) });
  expect(other).not.toBe(digtcertName({ serial: '01', issuer, der }));
});
