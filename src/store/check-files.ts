/** Walks the files of a store: what can be read, what cannot, and what does not belong there. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import type { CertificateEntry, Entity, IcsfKeyEntry, RingEntry, TokenEntry } from '../core/entities.ts';
import { isRingtoolError } from '../core/errors.ts';
import { certificateFields } from './certificate-fields.ts';
import { readCertificate, readKey, readRing } from './entity-files.ts';
import { readText } from './files.ts';
import { readIcsfKey } from './icsf-key-files.ts';
import * as layout from './layout.ts';
import { ageOf, entryNumber, STRAY_AFTER } from './lock-folder.ts';
import { readGroup, readMapping, readProfile, readUser } from './profile-files.ts';
import type { StoreProblem, StoreProblemKind } from './store.ts';
import { readToken } from './token-files.ts';

/** What a walk over the whole store has found. */
export interface Contents {
  readonly certificates: Map<string, CertificateEntry>;
  readonly rings: Map<string, RingEntry>;
  readonly keys: Set<string>;
  readonly icsfKeys: Map<string, IcsfKeyEntry>;
  readonly tokens: Map<string, TokenEntry>;
  readonly problems: StoreProblem[];
  /** Files read. */
  checked: number;
}

export function problem(kind: StoreProblemKind, file: string, text: string, mended = false): StoreProblem {
  return { kind, file, text, mended };
}

/** What reads the files of each folder. */
const READERS: Readonly<Record<string, (text: string, file: string) => Entity>> = {
  [layout.CERTIFICATES]: readCertificate,
  [layout.RINGS]: readRing,
  [layout.KEYS]: readKey,
  [layout.USERS]: readUser,
  [layout.GROUPS]: readGroup,
  [layout.PROFILES]: readProfile,
  [layout.MAPPINGS]: readMapping,
  [layout.TOKENS]: readToken,
  [layout.PKDS]: readIcsfKey,
};

/** Keeps what other entities refer to; keys only so far as to know that they are there. */
function keep(entity: Entity, file: string, found: Contents): void {
  switch (entity.kind) {
    case 'certificate':
      certificateFields(entity.der);
      found.certificates.set(file, entity);
      break;
    case 'token':
      for (const each of entity.objects) if (each.type === 'certificate') certificateFields(each.der);
      found.tokens.set(file, entity);
      break;
    case 'ring':
      found.rings.set(file, entity);
      break;
    case 'key':
      found.keys.add(entity.id);
      break;
    case 'icsf-key':
      found.icsfKeys.set(file, entity);
      break;
    default: // Nothing refers to the others.
  }
}

function readInto(root: string, file: string, found: Contents): void {
  found.checked++;
  try {
    const text = readText(root, file);
    if (text === null) return;
    const [top = ''] = file.split('/', 1);
    const entity = READERS[top]?.(text, file);
    if (entity) keep(entity, file, found);
  } catch (error) {
    if (!isRingtoolError(error)) throw error;
    found.problems.push(problem('unreadable', file, error.message));
  }
}

function kindOf(root: string, file: string): fs.Stats | null {
  try {
    return fs.lstatSync(join(root, file));
  } catch {
    return null;
  }
}

/** The names in a folder; none where there is no such folder. Anything else of this name is a problem. */
function namesIn(root: string, folder: string, found: Contents): readonly string[] {
  const stats = kindOf(root, folder);
  if (!stats) return [];
  if (!stats.isDirectory()) {
    found.problems.push(problem('stray-file', folder, 'is not a folder'));
    return [];
  }
  return fs.readdirSync(join(root, folder)).sort();
}

function walk(root: string, folder: string, found: Contents): void {
  const names = namesIn(root, folder, found);
  const entities = new Set(layout.entityNames(names));
  for (const name of names) {
    const file = `${folder}/${name}`;
    if (entities.has(name)) readInto(root, file, found);
    else found.problems.push(problem('stray-file', file, 'does not belong to the store'));
  }
}

/** Temporary files of the lock that somebody who was killed has left behind; they may go. */
export function strayLocks(root: string): readonly string[] {
  try {
    const names = fs.readdirSync(join(root, layout.LOCK));
    const strays = names.filter((name) => entryNumber(name) === 0 && ageOf(root, name) > STRAY_AFTER);
    return strays.map((name) => `${layout.LOCK}/${name}`);
  } catch {
    return [];
  }
}

export function readContents(root: string): Contents {
  const found: Contents = {
    certificates: new Map(),
    rings: new Map(),
    keys: new Set(),
    icsfKeys: new Map(),
    tokens: new Map(),
    problems: [],
    checked: 0,
  };
  for (const name of fs.readdirSync(root)) {
    // What an earlier check has moved aside waits for its owner's judgement; it harms nothing.
    if (!layout.TOP_LEVEL.includes(name) && !/\.damaged(-\d+)?$/.test(name))
      found.problems.push(problem('stray-file', name, 'does not belong to the store'));
  }
  for (const top of layout.DEEP_FOLDERS) {
    for (const owner of namesIn(root, top, found)) walk(root, `${top}/${owner}`, found);
  }
  for (const top of layout.FLAT_FOLDERS) walk(root, top, found);
  return found;
}

/** Files and folders that others than the owner may read or write: modes beyond 0600 and 0700. */
export function tooOpen(root: string): readonly { readonly file: string; readonly mode: number }[] {
  // Windows has no such modes.
  if (process.platform === 'win32') return [];
  const found: { file: string; mode: number }[] = [];
  const visit = (file: string): void => {
    const stats = kindOf(root, file);
    if (!stats || stats.isSymbolicLink()) return;
    const allowed = stats.isDirectory() ? 0o700 : 0o600;
    if ((stats.mode & 0o777 & ~allowed) !== 0) found.push({ file, mode: stats.mode & 0o777 & allowed });
    // Data sets are files to be handed out: each has the permissions its writer gave it.
    if (!stats.isDirectory() || file === layout.DATA_SETS) return;
    for (const name of fs.readdirSync(join(root, file))) visit(file === '.' ? name : `${file}/${name}`);
  };
  visit('.');
  return found;
}

/** Takes a permission away from all but the owner. */
export function narrow(root: string, file: string, mode: number): boolean {
  try {
    fs.chmodSync(join(root, file), mode);
    return true;
  } catch {
    return false;
  }
}
