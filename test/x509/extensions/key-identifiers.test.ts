import { describe, expect, it } from 'vitest';
import {
  authorityKeyIdentifier,
  encodeAuthorityKeyIdentifier,
} from '../../../src/x509/extensions/authority-key-identifier.ts';
import { extKeyUsage } from '../../../src/x509/extensions/ext-key-usage.ts';
import {
  encodeSubjectKeyIdentifier,
  keyIdentifierFor,
  subjectKeyIdentifier,
} from '../../../src/x509/extensions/subject-key-identifier.ts';
import { EXTENSION_OIDS } from '../../../src/x509/oids.ts';
import { hex } from '../issued.ts';
import { derOid, derSequence } from '../../../src/der/writer.ts';

const holder = (oid: string, value: Uint8Array) => ({ extensions: [{ oid, critical: false, value }] });
const bad = expect.objectContaining({ code: 'x509/bad-certificate' });
const id = hex('01 02 03');

describe('the subject key identifier', () => {
  const read = (value: Uint8Array) => subjectKeyIdentifier(holder(EXTENSION_OIDS.subjectKeyIdentifier, value));

  it('comes back from its encoding', () => {
    expect(read(encodeSubjectKeyIdentifier(id))).toEqual(id);
    expect(subjectKeyIdentifier({ extensions: [] })).toBeNull();
    expect(() => read(hex('03 01 00'))).toThrow(bad);
  });

  it('of a key is SHA-1 of its bits (test vector "abc" of FIPS 180)', () => {
    expect(Buffer.from(keyIdentifierFor(Buffer.from('abc'))).toString('hex')).toBe(
      'a9993e364706816aba3e25717850c26c9cd0d89d',
    );
  });
});

describe('the authority key identifier', () => {
  const read = (value: Uint8Array) => authorityKeyIdentifier(holder(EXTENSION_OIDS.authorityKeyIdentifier, value));

  it('is written with the key identifier alone', () => {
    expect(Buffer.from(encodeAuthorityKeyIdentifier(id))).toEqual(Buffer.from(hex('30 05 80 03 01 02 03')));
    expect(read(encodeAuthorityKeyIdentifier(id))).toEqual({ keyIdentifier: id, issuer: null, serial: null });
    expect(authorityKeyIdentifier({ extensions: [] })).toBeNull();
  });

  it('is read with issuer and serial number too', () => {
    expect(read(hex('30 0a a1 05 82 03 61 2e 62 82 01 0f'))).toEqual({
      keyIdentifier: null,
      issuer: [{ kind: 'dns', value: 'a.b' }],
      serial: '0F',
    });
  });

  it.each(['04 00', '30 02 05 00', '30 06 82 01 01 80 01 01'])('refuses %s', (bytes) => {
    expect(() => read(hex(bytes))).toThrow(bad);
  });
});

describe('the extended key usage', () => {
  const read = (value: Uint8Array) => extKeyUsage(holder(EXTENSION_OIDS.extKeyUsage, value));

  it('comes back from its encoding', () => {
    const purposes = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2', '1.2.3'];
    expect(read(derSequence(...purposes.map(derOid)))).toEqual(purposes);
    expect(extKeyUsage({ extensions: [] })).toBeNull();
  });

  it.each(['06 00', '30 02 05 00', '31 00'])('refuses %s', (bytes) => {
    expect(() => read(hex(bytes))).toThrow(bad);
  });
});
