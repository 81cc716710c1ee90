import { expect, it } from 'vitest';
import { CERTAUTH, userOwner } from '../../src/core/owner.ts';
import { certificateOf } from '../../src/racdcert/stored-certificate.ts';

it('names the certificate that cannot be read', () => {
  const der = new Uint8Array([0x30, 0x03, 0x02, 0x01]);
  expect(() => certificateOf({ owner: userOwner('ELM'), label: 'old one', der })).toThrow(
    expect.objectContaining({
      code: 'x509/bad-certificate',
      message: expect.stringMatching(/^certificate 'old one' of user ELM cannot be read in the store: /),
      hint: 'ringtool store check',
    }),
  );
  expect(() => certificateOf({ owner: CERTAUTH, label: 'CA', der })).toThrow(/'CA' of CERTAUTH/);
});
