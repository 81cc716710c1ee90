import { expect, it } from 'vitest';
import { digtcertName } from '../../src/racdcert/profile-name.ts';

it('puts a cent sign where a profile name may not have the character, and keeps the case', () => {
  expect(digtcertName('083BE0', 'CN=DigiCert Global Root CA.OU=www.example.com.O=DigiCert Inc.C=US')).toBe(
    '083BE0.CN=DigiCert¢Global¢Root¢CA.OU=www.example.com.O=DigiCert¢Inc.C=US',
  );
  expect(digtcertName('00', 'O=A, B; (C)')).toBe('00.O=A¢¢B¢¢¢C¢');
});
