import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Extension } from '../../src/x509/certificate.ts';
import { keyUsageOf } from '../../src/x509/extensions/key-usage.ts';
import { parsePublicKey } from '../../src/x509/public-key.ts';
import {
  authorityKeyIdentifierExtension,
  basicConstraintsExtension,
  issuerAltNameExtension,
  keyUsageExtension,
  subjectAltNameExtension,
  subjectKeyIdentifierExtension,
} from '../../src/x509/standard-extensions.ts';
import { fixtureKey, hex } from './issued.ts';

const { spki } = fixtureKey('rsa-2048-a');

describe('the extensions RACDCERT writes', () => {
  it.each<[string, Extension, string, boolean, string]>([
    ['key usage', keyUsageExtension(keyUsageOf('keyCertSign', 'cRLSign')), '2.5.29.15', true, '03020106'],
    ['basic constraints', basicConstraintsExtension(true), '2.5.29.19', true, '30030101ff'],
    ['basic constraints with a length', basicConstraintsExtension(true, 1), '2.5.29.19', true, '30060101ff020101'],
    ['authority key identifier', authorityKeyIdentifierExtension(hex('0102')), '2.5.29.35', false, '300480020102'],
    ['subject names', subjectAltNameExtension([{ kind: 'dns', value: 'a' }]), '2.5.29.17', false, '3003820161'],
    [
      'issuer names',
      issuerAltNameExtension([{ kind: 'ip', address: '1.2.3.4' }]),
      '2.5.29.18',
      false,
      '3006870401020304',
    ],
  ])('%s', (_, { oid, critical, value }, expectedOid, expectedCritical, bytes) => {
    expect([oid, critical, Buffer.from(value).toString('hex')]).toEqual([expectedOid, expectedCritical, bytes]);
  });

  it('subject key identifier: SHA-1 over the bits of the key, without tag, length and unused bits', () => {
    const { oid, critical, value } = subjectKeyIdentifierExtension(spki);
    const digest = createHash('sha1').update(parsePublicKey(spki).bits).digest('hex');
    expect([oid, critical, Buffer.from(value).toString('hex')]).toEqual(['2.5.29.14', false, `0414${digest}`]);
  });
});
