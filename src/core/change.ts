/**
 * A change set: what a command wants done, as a list of put and delete of named entities.
 *
 * The store commits a change set whole or not at all. Handlers only build them.
 */
import type { Entity, StoreSettings } from './entities.ts';
import type { Owner } from './owner.ts';

export type Change =
  | { readonly action: 'put'; readonly entity: Entity }
  | { readonly action: 'delete'; readonly kind: 'certificate'; readonly owner: Owner; readonly label: string }
  | { readonly action: 'delete'; readonly kind: 'ring'; readonly owner: string; readonly name: string }
  | { readonly action: 'delete'; readonly kind: 'key'; readonly id: string }
  | { readonly action: 'delete'; readonly kind: 'user'; readonly id: string }
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
