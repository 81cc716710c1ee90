/** What the readers of all kinds of entity files share. */
import type { Entity } from '../core/entities.ts';
import { CERTAUTH, type MappingOwner, MULTIID, type Owner, SITE, userOwner } from '../core/owner.ts';
import { corrupt } from './failures.ts';
import { type Fields, parseFields } from './json.ts';
import { entityFile } from './layout.ts';

export const USAGES = ['PERSONAL', 'CERTAUTH', 'SITE'] as const;

/** The fields of a file that must hold this kind of thing. Throws `store/corrupt`. */
export function opened(text: string, file: string, kind: Entity['kind']): Fields {
  const fields = parseFields(text, file);
  if (fields.text('kind') !== kind) throw corrupt(file, `holds no ${kind}`);
  return fields;
}

/** The entity, which must be the one that belongs under this name. Throws `store/corrupt`. */
export function inPlace<T extends Entity>(entity: T, file: string): T {
  if (entityFile(entity) !== file) throw corrupt(file, 'holds something that belongs under another name');
  return entity;
}

/** When it was made, and by whom. */
export function making(fields: Fields): { readonly created: string; readonly createdBy: string } {
  return { created: fields.text('created'), createdBy: fields.text('createdBy') };
}

/** From the form of `ownerText`. */
export function readOwner(text: string, file: string): Owner {
  if (text === 'CERTAUTH') return CERTAUTH;
  if (text === 'SITE') return SITE;
  return userOwner(userIn(text, file));
}

/** From the form of `mappingOwnerText`. */
export function readMappingOwner(text: string, file: string): MappingOwner {
  return text === 'MULTIID' ? MULTIID : { kind: 'user', id: userIn(text, file) };
}

function userIn(text: string, file: string): string {
  const id = /^ID\((.+)\)$/s.exec(text)?.[1];
  if (id === undefined) throw corrupt(file, 'names an owner that is none');
  return id;
}
