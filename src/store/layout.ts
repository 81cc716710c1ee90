/**
 * Where things lie in a store: one folder a kind, one folder an owner, one file a thing.
 *
 * All names are relative to the store, with `/` on every system.
 */
import { unreachable } from '../core/errors.ts';
import { anchorOf, type Owner } from '../core/owner.ts';
import { encodeFileName } from './file-names.ts';

export const STORE_FILE = 'store.json';
export const HISTORY_FILE = 'history.jsonl';
export const IGNORE_FILE = '.gitignore';
export const CERTIFICATES = 'certificates';
export const RINGS = 'rings';
export const KEYS = 'keys';
export const USERS = 'users';
export const INDEX = 'index';
export const DATA_SETS = 'datasets';
export const JOURNAL = 'journal';
export const LOCK = 'lock';

/** What may stand at the top of a store. Later kinds of entities bring folders of their own. */
export const TOP_LEVEL: readonly string[] = [
  STORE_FILE,
  HISTORY_FILE,
  IGNORE_FILE,
  CERTIFICATES,
  RINGS,
  KEYS,
  USERS,
  INDEX,
  DATA_SETS,
  JOURNAL,
  LOCK,
];

/** The folders of the store itself. */
export const OWN_FOLDERS: readonly string[] = [CERTIFICATES, RINGS, KEYS, USERS, INDEX, DATA_SETS, JOURNAL, LOCK];

export function certificateFolder(owner: Owner): string {
  return `${CERTIFICATES}/${encodeFileName(anchorOf(owner))}`;
}

/** The name within the folder of its owner. */
export function labelFile(label: string): string {
  return `${encodeFileName(label)}.json`;
}

export function certificateFile(owner: Owner, label: string): string {
  return `${certificateFolder(owner)}/${labelFile(label)}`;
}

export function ringFolder(owner: string): string {
  return `${RINGS}/${encodeFileName(owner)}`;
}

export function ringFile(owner: string, name: string): string {
  return `${ringFolder(owner)}/${encodeFileName(name)}.json`;
}

export function keyFile(id: string): string {
  return `${KEYS}/${encodeFileName(id)}.json`;
}

export function userFile(id: string): string {
  return `${USERS}/${encodeFileName(id)}.json`;
}

/** What tells one thing of the store from all others. */
export type EntityPlace =
  | { readonly kind: 'certificate'; readonly owner: Owner; readonly label: string }
  | { readonly kind: 'ring'; readonly owner: string; readonly name: string }
  | { readonly kind: 'key' | 'user'; readonly id: string };

export function entityFile(place: EntityPlace): string {
  switch (place.kind) {
    case 'certificate':
      return certificateFile(place.owner, place.label);
    case 'ring':
      return ringFile(place.owner, place.name);
    case 'key':
      return keyFile(place.id);
    case 'user':
      return userFile(place.id);
    default:
      return unreachable(place);
  }
}

/** Entity files among the names of a folder: what editors and file managers leave there is none. */
export function entityNames(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
}

/** True for a file that a commit may write: the store's own, or one below a folder of entities or the index. */
export function isStorePath(file: string): boolean {
  if (file === STORE_FILE || file === HISTORY_FILE || file === IGNORE_FILE) return true;
  const [top = '', ...rest] = file.split('/');
  if (![CERTIFICATES, RINGS, KEYS, USERS, INDEX].includes(top) || rest.length === 0 || rest.length > 2) return false;
  return rest.every((name) => /^[^\\/:]+$/.test(name) && name !== '.' && name !== '..');
}
