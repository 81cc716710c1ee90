/** Entities as JSON text, and back with every field checked: certificates, rings and keys here, the others beside. */
import type { CertificateEntry, Connection, Entity, KeyEntry, RingEntry, TokenKeyRef } from '../core/entities.ts';
import { unreachable } from '../core/errors.ts';
import { ownerText, type RingRef } from '../core/owner.ts';
import { armour, unarmour } from './armour.ts';
import { inPlace, making, opened, readOwner, USAGES } from './entity-fields.ts';
import { corrupt } from './failures.ts';
import { icsfKeyJson } from './icsf-key-files.ts';
import { type Fields, fieldsOf, stableJson } from './json.ts';
import { mappingJson, profileJson } from './profile-files.ts';
import { tokenJson } from './token-files.ts';

const STATUSES = ['TRUST', 'NOTRUST', 'HIGHTRUST'] as const;

/** The text of an entity's file. */
export function writeEntity(entity: Entity): string {
  return stableJson(jsonOf(entity));
}

function jsonOf(entity: Entity): unknown {
  switch (entity.kind) {
    case 'certificate': {
      const { der, owner, ...rest } = entity;
      return { ...rest, owner: ownerText(owner), certificate: armour('CERTIFICATE', der) };
    }
    case 'ring':
      return {
        ...entity,
        connections: entity.connections.map((each) => ({ ...each, owner: ownerText(each.owner) })),
      };
    case 'key':
      return { kind: 'key', id: entity.id, key: armour('PRIVATE KEY', entity.pkcs8) };
    case 'icsf-key':
      return icsfKeyJson(entity);
    case 'token':
      return tokenJson(entity);
    case 'mapping':
      return mappingJson(entity);
    case 'profile':
      return profileJson(entity);
    case 'user':
    case 'group':
      return entity;
    default:
      return unreachable(entity);
  }
}

function readRingRef(fields: Fields): RingRef {
  return { owner: fields.text('owner'), name: fields.text('name') };
}

function readConnection(fields: Fields, file: string): Connection {
  return {
    owner: readOwner(fields.text('owner'), file),
    label: fields.text('label'),
    usage: fields.oneOf('usage', USAGES),
    default: fields.flag('default'),
  };
}

function readTokenKey(fields: Fields, file: string): TokenKeyRef | null {
  // Files written before the field was there do not have it.
  const value = fields.has('tokenKey') ? fields.value('tokenKey') : null;
  if (value === null) return null;
  const inner = fieldsOf(value, file);
  return { token: inner.text('token'), id: inner.text('id') };
}

export function readCertificate(text: string, file: string): CertificateEntry {
  const fields = opened(text, file, 'certificate');
  const lastSerial = fields.text('lastSerial');
  if (!/^\d{1,100}$/.test(lastSerial)) throw corrupt(file, 'lacks a proper "lastSerial"');
  return inPlace(
    {
      kind: 'certificate',
      owner: readOwner(fields.text('owner'), file),
      label: fields.text('label'),
      der: unarmour('CERTIFICATE', fields.text('certificate'), file),
      status: fields.oneOf('status', STATUSES),
      keyId: fields.textOrNull('keyId'),
      pkdsLabel: fields.textOrNull('pkdsLabel'),
      tokenKey: readTokenKey(fields, file),
      // As `tokenKey`: not in files of before.
      modulusExponent: fields.has('modulusExponent') && fields.flag('modulusExponent'),
      rings: fields.each('rings', readRingRef),
      lastSerial,
      requested: fields.flag('requested'),
      ...making(fields),
      sequence: fields.number('sequence'),
    },
    file,
  );
}

export function readRing(text: string, file: string): RingEntry {
  const fields = opened(text, file, 'ring');
  return inPlace(
    {
      kind: 'ring',
      owner: fields.text('owner'),
      name: fields.text('name'),
      connections: fields.each('connections', (each) => readConnection(each, file)),
      ...making(fields),
      sequence: fields.number('sequence'),
    },
    file,
  );
}

export function readKey(text: string, file: string): KeyEntry {
  const fields = opened(text, file, 'key');
  return inPlace(
    { kind: 'key', id: fields.text('id'), pkcs8: unarmour('PRIVATE KEY', fields.text('key'), file) },
    file,
  );
}
