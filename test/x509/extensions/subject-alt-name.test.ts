import { describe, expect, it } from 'vitest';
import type { GeneralName } from '../../../src/x509/general-name.ts';
import { encodeIssuerAltNames, issuerAltNames } from '../../../src/x509/extensions/issuer-alt-name.ts';
import { encodeSubjectAltNames, subjectAltNames } from '../../../src/x509/extensions/subject-alt-name.ts';
import { EXTENSION_OIDS } from '../../../src/x509/oids.ts';
import { hex, nameOf } from '../issued.ts';

const NAMES: readonly GeneralName[] = [
  { kind: 'ip', address: '192.0.2.7' },
  { kind: 'ip', address: '2001:db8::7' },
  { kind: 'dns', value: 'websrv.example' },
  { kind: 'email', value: 'lab@example' },
  { kind: 'uri', value: 'https://example/x' },
  { kind: 'directory', name: nameOf('Elm') },
  { kind: 'other', oid: '1.2.3', bytes: hex('a0 06 06 02 2a 03 a0 00') },
  { kind: 'other', bytes: hex('88 02 2a 03') },
];
const plain = (names: readonly GeneralName[] | null) => JSON.parse(JSON.stringify(names)) as unknown;
const holder = (oid: string, value: Uint8Array) => ({ extensions: [{ oid, critical: false, value }] });
const subject = (value: Uint8Array) => subjectAltNames(holder(EXTENSION_OIDS.subjectAltName, value));

describe('alternative names', () => {
  it('of every kind come back from their encoding', () => {
    expect(plain(subject(encodeSubjectAltNames(NAMES)))).toEqual(plain(NAMES));
    const issuer = holder(EXTENSION_OIDS.issuerAltName, encodeIssuerAltNames(NAMES));
    expect(plain(issuerAltNames(issuer))).toEqual(plain(NAMES));
  });

  it('are null when absent', () => {
    expect([subjectAltNames({ extensions: [] }), issuerAltNames({ extensions: [] })]).toEqual([null, null]);
  });

  it('keep an address of another length as bytes', () => {
    expect(subject(hex('30 05 87 03 01 02 03'))).toEqual([{ kind: 'other', bytes: hex('87 03 01 02 03') }]);
  });

  it.each<[string, GeneralName[]]>([
    ['none', []],
    ['an address that is none', [{ kind: 'ip', address: '1.2.3' }]],
    ['a host name outside ASCII', [{ kind: 'dns', value: 'ü.example' }]],
  ])('are not written for %s', (_, names) => {
    expect(() => encodeSubjectAltNames(names)).toThrow(expect.objectContaining({ code: 'core/bad-name' }));
  });

  it.each(['04 00', '30 03 16 01 41', '30 02 a0 00', '30 04 a4 02 05 00', '30 03 82 05 41'])('refuse %s', (bytes) => {
    expect(() => subject(hex(bytes))).toThrow(expect.objectContaining({ code: 'x509/bad-certificate' }));
  });
});
