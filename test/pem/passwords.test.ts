import { expect, it } from 'vitest';
import { bmpPassword, passwordForms } from '../../src/pem/passwords.ts';

const hexes = (forms: readonly Uint8Array[]): string[] => forms.map((form) => Buffer.from(form).toString('hex'));

it('a BMPString ends in two zero bytes', () => {
  expect(hexes([bmpPassword('Beavis')])).toEqual(['0042006500610076006900730000']);
});

it('an empty password may be written as nothing', () => {
  expect(hexes(passwordForms('').classic)).toEqual(['0000', '']);
  expect(hexes(passwordForms('').text)).toEqual(['']);
});

it('an ASCII password has one classic form', () => {
  expect(hexes(passwordForms('ab').classic)).toEqual(['006100620000']);
  expect(hexes(passwordForms('ab').text)).toEqual(['6162', '006100620000']);
});

it('any other one is tried as producers get it wrong', () => {
  expect(hexes(passwordForms('ü').classic)).toEqual(['00fc0000', '00c300bc0000']);
  expect(hexes(passwordForms('ü').text)).toEqual(['c3bc', '00fc0000', 'fc']);
});
