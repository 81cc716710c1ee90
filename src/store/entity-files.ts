/** Certificates, rings, keys and users as JSON text, and back with every field checked. */
import type { CertificateEntry, Connection, Entity, KeyEntry, RingEntry, UserEntry } from '../core/entities.ts';
import { unreachable } from '../core/errors.ts';
import { CERTAUTH, type Owner, ownerText, type RingRef, SITE, userOwner } from '../core/owner.ts';
import { armour, unarmour } from './armour.ts';
import { corrupt } from './failures.ts';
import { type Fields, fieldsOf, parseFields, stableJson } from './json.ts';
import { entityFile } from './layout.ts';

const STATUSES = ['TRUST', 'NOTRUST', 'HIGHTRUST'] as const;
const USAGES = ['PERSONAL', 'CERTAUTH', 'SITE'] as const;

export function writeEntity(entity: Entity): string {
  switch (entity.kind) {
    case 'certificate': {
      const { der, owner, ...rest } = entity;
      return stableJson({ ...rest, owner: ownerText(owner), certificate: armour('CERTIFICATE', der) });
    }
    case 'ring':
      return stableJson({
        ...entity,
        connections: entity.connections.map((each) => ({ ...each, owner: ownerText(each.owner) })),
      });
    case 'key':
      return stableJson({ kind: 'key', id: entity.id, key: armour('PRIVATE KEY', entity.pkcs8) });
    case 'user':
      return stableJson(entity);
    default:
      return unreachable(entity);
  }
}

function readOwner(text: string, file: string): Owner {
  if (text === 'CERTAUTH') return CERTAUTH;
  if (text === 'SITE') return SITE;
  const id = /^ID\((.+)\)$/s.exec(text)?.[1];
  if (id === undefined) throw corrupt(file, 'names an owner that is none');
  return userOwner(id);
}

function readRingRef(value: unknown, file: string): RingRef {
  const fields = fieldsOf(value, file);
  return { owner: fields.text('owner'), name: fields.text('name') };
}

function readConnection(value: unknown, file: string): Connection {
  const fields = fieldsOf(value, file);
  return {
    owner: readOwner(fields.text('owner'), file),
    label: fields.text('label'),
    usage: fields.oneOf('usage', USAGES),
    default: fields.flag('default'),
  };
}

/** The fields of a file that must hold this kind of thing, under the name that belongs to it. */
function opened(text: string, file: string, kind: Entity['kind']): Fields {
  const fields = parseFields(text, file);
  if (fields.text('kind') !== kind) throw corrupt(file, `holds no ${kind}`);
  return fields;
}

function inPlace<T extends Entity>(entity: T, file: string): T {
  if (entityFile(entity) !== file) throw corrupt(file, 'holds something that belongs under another name');
  return entity;
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
      // Files written before the field was there do not have it.
      modulusExponent: fields.has('modulusExponent') && fields.flag('modulusExponent'),
      rings: fields.list('rings').map((each) => readRingRef(each, file)),
      lastSerial,
      requested: fields.flag('requested'),
      created: fields.text('created'),
      createdBy: fields.text('createdBy'),
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
      connections: fields.list('connections').map((each) => readConnection(each, file)),
      created: fields.text('created'),
      createdBy: fields.text('createdBy'),
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

export function readUser(text: string, file: string): UserEntry {
  const fields = opened(text, file, 'user');
  return inPlace({ kind: 'user', id: fields.text('id'), name: fields.text('name') }, file);
}
