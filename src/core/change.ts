/**
 * A change set: what a command wants done, as a list of put and delete of named entities.
 *
 * The store commits a change set whole or not at all. Handlers only build them.
 */
import type { Entity, StoreSettings } from './entities.ts';
import type { MappingOwner, Owner } from './owner.ts';

export type Change =
  | { readonly action: 'put'; readonly entity: Entity }
  | { readonly action: 'delete'; readonly kind: 'certificate'; readonly owner: Owner; readonly label: string }
  | { readonly action: 'delete'; readonly kind: 'ring'; readonly owner: string; readonly name: string }
  | { readonly action: 'delete'; readonly kind: 'mapping'; readonly owner: MappingOwner; readonly label: string }
  | { readonly action: 'delete'; readonly kind: 'token'; readonly name: string }
  | { readonly action: 'delete'; readonly kind: 'icsf-key'; readonly label: string }
  | { readonly action: 'delete'; readonly kind: 'profile'; readonly class: string; readonly name: string }
  | { readonly action: 'delete'; readonly kind: 'key' | 'user' | 'group'; readonly id: string }
  | { readonly action: 'settings'; readonly settings: StoreSettings };

export type ChangeSet = readonly Change[];

export const NO_CHANGES: ChangeSet = [];

export function put(entity: Entity): Change {
  return { action: 'put', entity };
}

export function deleteCertificate(owner: Owner, label: string): Change {
  return { action: 'delete', kind: 'certificate', owner, label };
}

export function deleteRing(owner: string, name: string): Change {
  return { action: 'delete', kind: 'ring', owner, name };
}

export function deleteKey(id: string): Change {
  return { action: 'delete', kind: 'key', id };
}

export function deleteMapping(owner: MappingOwner, label: string): Change {
  return { action: 'delete', kind: 'mapping', owner, label };
}

export function deleteToken(name: string): Change {
  return { action: 'delete', kind: 'token', name };
}

export function deleteIcsfKey(label: string): Change {
  return { action: 'delete', kind: 'icsf-key', label };
}

export function deleteProfile(className: string, name: string): Change {
  return { action: 'delete', kind: 'profile', class: className, name };
}
