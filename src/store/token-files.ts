/** PKCS #11 tokens as JSON and back, with the copies they hold. */
import type { TokenEntry, TokenObject } from '../core/entities.ts';
import { unreachable } from '../core/errors.ts';
import { armour, unarmour } from './armour.ts';
import { inPlace, making, opened, USAGES } from './entity-fields.ts';
import { corrupt } from './failures.ts';
import type { Fields } from './json.ts';

const OBJECTS = ['certificate', 'key', 'other'] as const;

export function tokenJson({ objects, ...rest }: TokenEntry): unknown {
  return { ...rest, objects: objects.map(objectJson) };
}

function objectJson(object: TokenObject): unknown {
  switch (object.type) {
    case 'certificate': {
      const { der, ...rest } = object;
      return { ...rest, certificate: armour('CERTIFICATE', der) };
    }
    case 'key': {
      const { spki, ...rest } = object;
      return { ...rest, publicKey: armour('PUBLIC KEY', spki) };
    }
    case 'other':
      return object;
    default:
      return unreachable(object);
  }
}

export function readToken(text: string, file: string): TokenEntry {
  const fields = opened(text, file, 'token');
  const objects = fields.each('objects', (each) => readObject(each, file));
  const numbers = objects.flatMap((each) => (each.type === 'certificate' ? [each.number] : []));
  if (new Set(numbers).size < numbers.length) throw corrupt(file, 'gives one number to two certificates');
  const lastNumber = fields.number('lastNumber');
  if (numbers.some((each) => each > lastNumber)) throw corrupt(file, 'lacks a proper "lastNumber"');
  return inPlace({ kind: 'token', name: fields.text('name'), objects, lastNumber, ...making(fields) }, file);
}

function readObject(fields: Fields, file: string): TokenObject {
  const type = fields.oneOf('type', OBJECTS);
  switch (type) {
    case 'certificate':
      return {
        type,
        number: fields.number('number'),
        label: fields.text('label'),
        der: unarmour('CERTIFICATE', fields.text('certificate'), file),
        usage: fields.oneOf('usage', USAGES),
        default: fields.flag('default'),
        keyId: fields.textOrNull('keyId'),
      };
    case 'key':
      return {
        type,
        id: fields.text('id'),
        spki: unarmour('PUBLIC KEY', fields.text('publicKey'), file),
        keyId: fields.text('keyId'),
      };
    case 'other':
      return { type, description: fields.text('description') };
    default:
      return unreachable(type);
  }
}
