/**
 * Where things lie in a store: one folder a kind, one folder an owner, one file a thing.
 *
 * All names are relative to the store, with `/` on every system.
 */
import { unreachable } from '../core/errors.ts';
import { anchorOf, mappingAnchor, type MappingOwner, type Owner } from '../core/owner.ts';
import { encodeFileName } from './file-names.ts';

export const STORE_FILE = 'store.json';
export const HISTORY_FILE = 'history.jsonl';
export const IGNORE_FILE = '.gitignore';
export const CERTIFICATES = 'certificates';
export const RINGS = 'rings';
export const KEYS = 'keys';
export const USERS = 'users';
export const GROUPS = 'groups';
export const PROFILES = 'profiles';
export const MAPPINGS = 'mappings';
export const TOKENS = 'tokens';
export const PKDS = 'pkds';
export const INDEX = 'index';
export const DATA_SETS = 'datasets';
export const JOURNAL = 'journal';
export const LOCK = 'lock';

/** The folders that opening a store looks at. */
export const OWN_FOLDERS: readonly string[] = [CERTIFICATES, RINGS, KEYS, USERS, INDEX, DATA_SETS, JOURNAL, LOCK];

/** Folders that most stores lack: looked at by those who want something in them. */
export const RARE_FOLDERS: readonly string[] = [GROUPS, PROFILES, MAPPINGS, TOKENS, PKDS];

/** Folders whose files are entities, and those that have a folder for each owner or class. */
export const FLAT_FOLDERS: readonly string[] = [KEYS, USERS, GROUPS, TOKENS, PKDS];
export const DEEP_FOLDERS: readonly string[] = [CERTIFICATES, RINGS, MAPPINGS, PROFILES];

/** What may stand at the top of a store. */
export const TOP_LEVEL: readonly string[] = [STORE_FILE, HISTORY_FILE, IGNORE_FILE, ...OWN_FOLDERS, ...RARE_FOLDERS];

export function certificateFolder(owner: Owner): string {
  return `${CERTIFICATES}/${encodeFileName(anchorOf(owner))}`;
}

/** The name of a thing's file within its folder. */
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
  return `${ringFolder(owner)}/${labelFile(name)}`;
}

export function mappingFolder(owner: MappingOwner): string {
  return `${MAPPINGS}/${encodeFileName(mappingAnchor(owner))}`;
}

export function profileFolder(className: string): string {
  return `${PROFILES}/${encodeFileName(className)}`;
}

export function keyFile(id: string): string {
  return `${KEYS}/${labelFile(id)}`;
}

export function userFile(id: string): string {
  return `${USERS}/${labelFile(id)}`;
}

/** What tells one thing of the store from all others. */
export type EntityPlace =
  | { readonly kind: 'certificate'; readonly owner: Owner; readonly label: string }
  | { readonly kind: 'ring'; readonly owner: string; readonly name: string }
  | { readonly kind: 'mapping'; readonly owner: MappingOwner; readonly label: string }
  | { readonly kind: 'profile'; readonly class: string; readonly name: string }
  | { readonly kind: 'icsf-key'; readonly label: string }
  | { readonly kind: 'token'; readonly name: string }
  | { readonly kind: 'key'; readonly id: string }
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string };

export function entityFile(place: EntityPlace): string {
  switch (place.kind) {
    case 'certificate':
      return certificateFile(place.owner, place.label);
    case 'ring':
      return ringFile(place.owner, place.name);
    case 'mapping':
      return `${mappingFolder(place.owner)}/${labelFile(place.label)}`;
    case 'profile':
      return `${profileFolder(place.class)}/${labelFile(place.name)}`;
    case 'icsf-key':
      return `${PKDS}/${labelFile(place.label)}`;
    case 'token':
      return `${TOKENS}/${labelFile(place.name)}`;
    case 'key':
      return keyFile(place.id);
    case 'user':
      return userFile(place.id);
    case 'group':
      return `${GROUPS}/${labelFile(place.id)}`;
    default:
      return unreachable(place);
  }
}

/** Entity files among the names of a folder: what editors and file managers leave there is none. */
export function entityNames(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith('.json') && !name.startsWith('.'));
}

/** Folders of owners among the names of a folder: hidden ones are none. */
export function ownedFolders(names: readonly string[]): string[] {
  return names.filter((name) => !name.startsWith('.'));
}

/** True for a file that a commit may write: the store's own, or one below a folder of entities or the index. */
export function isStorePath(file: string): boolean {
  if (file === STORE_FILE || file === HISTORY_FILE || file === IGNORE_FILE) return true;
  const [top = '', ...rest] = file.split('/');
  if (![...FLAT_FOLDERS, ...DEEP_FOLDERS, INDEX].includes(top) || rest.length === 0 || rest.length > 2) return false;
  return rest.every((name) => /^[^\\/:]+$/.test(name) && name !== '.' && name !== '..');
}
