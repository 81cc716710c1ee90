import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entity } from '../../src/core/entities.ts';
import { CERTAUTH, SITE, userOwner } from '../../src/core/owner.ts';
import { readCertificate, readKey, readRing, writeEntity } from '../../src/store/entity-files.ts';
import { entityFile } from '../../src/store/layout.ts';
import { certificate, keyEntry, ring } from './samples.ts';

const owner = fc.oneof(
  fc.constant(CERTAUTH),
  fc.constant(SITE),
  fc.stringMatching(/^[A-Z@#$][A-Z0-9@#$]{0,7}$/).map(userOwner),
);
const label = fc.string({ minLength: 1, maxLength: 32 });

function again(entity: Entity): Entity {
  const file = entityFile(entity);
  const text = writeEntity(entity);
  switch (entity.kind) {
    case 'certificate':
      return readCertificate(text, file);
    case 'ring':
      return readRing(text, file);
    case 'key':
      return readKey(text, file);
    default:
      throw new Error(`${entity.kind} is tested elsewhere`);
  }
}

describe('entities as text', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(
        owner,
        label,
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.nat(),
        (of, name, der, sequence) => {
          const rings = [{ owner: 'TCPCS', name }];
          const entry = certificate(name, {
            owner: of,
            der,
            sequence,
            rings,
            keyId: name,
            tokenKey: { token: name, id: '00AB' },
            requested: true,
            status: 'NOTRUST',
          });
          expect(again(entry)).toEqual(entry);
          const connections = [{ owner: of, label: name, usage: 'SITE' as const, default: true }];
          const aRing = ring(name, { connections, sequence });
          expect(again(aRing)).toEqual(aRing);
          const key: Entity = { kind: 'key', id: name, pkcs8: der };
          expect(again(key)).toEqual(key);
        },
      ),
    );
  });

  it('are the same text whatever the order of the fields', () => {
    const entry = certificate('Lab CA');
    const turned = Object.fromEntries(Object.entries(entry).reverse()) as unknown as typeof entry;
    expect(writeEntity(turned)).toBe(writeEntity(entry));
  });
});

describe('files that are not what they should be', () => {
  const file = entityFile(certificate('Lab CA'));
  const text = writeEntity(certificate('Lab CA'));
  const changed = (over: Record<string, unknown>): string => JSON.stringify({ ...JSON.parse(text), ...over });
  it.each([
    ['another label inside', changed({ label: 'Other' })],
    ['the same label in other case', changed({ label: 'LAB CA' })],
    ['an owner that is none', changed({ owner: 'TCPCS' })],
    ['an unknown status', changed({ status: 'MAYBE' })],
    ['a ring of the wrong shape', changed({ rings: ['TLSRING'] })],
    ['a serial number that is none', changed({ lastSerial: '-1' })],
    ['a certificate without PEM', changed({ certificate: 'MIIB' })],
    ['damaged Base64', changed({ certificate: '-----BEGIN CERTIFICATE-----\nMI*B\n-----END CERTIFICATE-----\n' })],
    ['an empty certificate', changed({ certificate: '-----BEGIN CERTIFICATE----------END CERTIFICATE-----' })],
    ['markers that overlap', changed({ certificate: '-----BEGIN CERTIFICATE-----END CERTIFICATE-----' })],
    ['a ring', writeEntity(ring('TLSRING'))],
    ['a truncated file', text.slice(0, -20)],
  ])('%s is corrupt', (_what, content) => {
    expect(() => readCertificate(content, file)).toThrow(expect.objectContaining({ code: 'store/corrupt' }));
  });

  it('takes PEM with other line ends', () => {
    const entry = JSON.parse(text);
    const crlf = JSON.stringify({ ...entry, certificate: entry.certificate.replaceAll('\n', '\r\n') });
    expect(readCertificate(crlf, file)).toEqual(certificate('Lab CA'));
  });

  it('says nothing of a key but that it is damaged', () => {
    const key = keyEntry('k1');
    const broken = writeEntity(key).replace('MAMC', 'MA!C');
    expect(() => readKey(broken, entityFile(key))).toThrow(
      /^the store's file keys\/k1.json holds a damaged private key$/,
    );
  });
});
