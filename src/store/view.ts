/** Reading a store: entities by name, look-ups through the index, everything seen written down. */
import type { CertificateEntry, RingEntry } from '../core/entities.ts';
import { isUserId } from '../core/names.ts';
import { nameMatchKey } from '../der/name-match.ts';
import { certificateFields } from './certificate-fields.ts';
import { readCertificate, readKey, readRing } from './entity-files.ts';
import { corrupt } from './failures.ts';
import { decodeFileName } from './file-names.ts';
import { requireOwnFolder } from './files.ts';
import { readIcsfKey } from './icsf-key-files.ts';
import { keyFingerprint, type LookUp, serialFingerprint, subjectFingerprint } from './index-lines.ts';
import {
  CERTIFICATES,
  certificateFile,
  certificateFolder,
  entityFile,
  GROUPS,
  keyFile,
  labelFile,
  MAPPINGS,
  mappingFolder,
  profileFolder,
  RARE_FOLDERS,
  RINGS,
  ringFile,
  ringFolder,
  STORE_FILE,
  TOKENS,
  USERS,
  userFile,
} from './layout.ts';
import { lastFinished } from './lock-folder.ts';
import { readGroup, readMapping, readProfile, readUser } from './profile-files.ts';
import { type BucketReader, notebook, observe } from './reads.ts';
import { readStoreFile } from './settings.ts';
import type { TrackedView } from './store.ts';
import { readToken } from './token-files.ts';

function inOrder<T extends { readonly sequence: number }>(entries: readonly T[]): readonly T[] {
  return [...entries].sort((a, b) => a.sequence - b.sequence);
}

function byName<T>(entries: readonly T[], nameOf: (entry: T) => string): readonly T[] {
  return [...entries].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}

export function createView(root: string, buckets: BucketReader): TrackedView {
  // Taken before the first read: a commit directly after it knows that nothing can have changed.
  let base: number | null | undefined;
  const book = notebook((what) => {
    if (base === undefined) base = lastFinished(root);
    return observe(root, buckets, what);
  });

  const known = new Set<string>();
  /** Opening a store has looked at the other folders; these are no links either. */
  function requireOwn(path: string): void {
    const [top = ''] = path.split('/', 1);
    if (!RARE_FOLDERS.includes(top) || known.has(top)) return;
    requireOwnFolder(root, top);
    known.add(top);
  }

  function one<T>(file: string, read: (text: string, file: string) => T): T | null {
    requireOwn(file);
    const text = book.see({ kind: 'file', file });
    return text === null ? null : read(text, file);
  }

  function all<T>(folder: string, read: (text: string, file: string) => T): T[] {
    requireOwn(folder);
    const names = book.see({ kind: 'folder', folder }) ?? '';
    if (names === '') return [];
    return names.split('\n').flatMap((name) => one(`${folder}/${name}`, read) ?? []);
  }

  /** Certificates the index names for a fingerprint and which indeed are what was asked for. */
  function lookUp(
    family: LookUp,
    fingerprint: string,
    isIt: (entry: CertificateEntry) => boolean,
  ): readonly CertificateEntry[] {
    const files = book.see({ kind: 'look-up', family, fingerprint }) ?? '';
    if (files === '') return [];
    const found = files.split('\n').flatMap((file) => one(file, readCertificate) ?? []);
    return inOrder(found.filter(isIt));
  }

  return {
    reads: {
      get base() {
        return base ?? null;
      },
      seen: book.seen,
    },
    async settings() {
      const settings = one(STORE_FILE, readStoreFile);
      if (settings === null) throw corrupt(STORE_FILE, 'is gone');
      return settings;
    },
    async certificate(owner, label) {
      return one(certificateFile(owner, label), readCertificate);
    },
    async certificatesOf(owner) {
      return inOrder(all(certificateFolder(owner), readCertificate));
    },
    async labelsOf(owner) {
      const files = new Set(book.see({ kind: 'folder', folder: certificateFolder(owner) })?.split('\n'));
      // The label asked for is turned into a file name, which is cheaper than reading all names back.
      return { has: (label) => files.has(labelFile(label)) };
    },
    async byIssuerAndSerial(issuer, serial) {
      const key = nameMatchKey(issuer);
      const found = lookUp('serial', serialFingerprint(issuer, serial), (entry) => {
        const fields = certificateFields(entry.der);
        return fields.serial === serial && nameMatchKey(fields.issuer) === key;
      });
      return found[0] ?? null;
    },
    async byPublicKey(spki) {
      const wanted = Buffer.from(spki);
      return lookUp('key', keyFingerprint(spki), (entry) => wanted.equals(certificateFields(entry.der).spki));
    },
    async bySubject(subject) {
      const key = nameMatchKey(subject);
      return lookUp('subject', subjectFingerprint(subject), (entry) => {
        return nameMatchKey(certificateFields(entry.der).subject) === key;
      });
    },
    async ring(owner, name): Promise<RingEntry | null> {
      return one(ringFile(owner, name), readRing);
    },
    async ringsOf(owner) {
      return inOrder(all(ringFolder(owner), readRing));
    },
    async key(id) {
      return one(keyFile(id), readKey);
    },
    async icsfKey(label) {
      return one(entityFile({ kind: 'icsf-key', label }), readIcsfKey);
    },
    async mapping(owner, label) {
      return one(entityFile({ kind: 'mapping', owner, label }), readMapping);
    },
    async mappingsOf(owner) {
      return inOrder(all(mappingFolder(owner), readMapping));
    },
    async mappings() {
      requireOwn(MAPPINGS);
      const folders = book.see({ kind: 'folders', folder: MAPPINGS }) ?? '';
      if (folders === '') return [];
      return inOrder(folders.split('\n').flatMap((owner) => all(`${MAPPINGS}/${owner}`, readMapping)));
    },
    async token(name) {
      return one(entityFile({ kind: 'token', name }), readToken);
    },
    async tokens() {
      return byName(all(TOKENS, readToken), ({ name }) => name);
    },
    async user(id) {
      return one(userFile(id), readUser);
    },
    async users() {
      return byName(all(USERS, readUser), ({ id }) => id);
    },
    async group(id) {
      return one(entityFile({ kind: 'group', id }), readGroup);
    },
    async groups() {
      return byName(all(GROUPS, readGroup), ({ id }) => id);
    },
    async profile(className, name) {
      return one(entityFile({ kind: 'profile', class: className, name }), readProfile);
    },
    async profilesOf(className) {
      return byName(all(profileFolder(className), readProfile), ({ name }) => name);
    },
    async owners(most) {
      const folders = [CERTIFICATES, RINGS].flatMap((top) => {
        const names = book.see({ kind: 'folders', folder: top }) ?? '';
        return names === ''
          ? []
          : names.split('\n').map((name) => ({ id: decodeFileName(name) ?? '', folder: `${top}/${name}` }));
      });
      const found = new Set<string>();
      for (const { id, folder } of byName(folders, (each) => each.id)) {
        if (found.size >= most) break;
        // A folder outlives what was in it; the pools are no users.
        if (isUserId(id) && book.see({ kind: 'folder', folder }) !== '') found.add(id);
      }
      return [...found];
    },
    async knowsUsers() {
      return book.see({ kind: 'any', folder: USERS }) !== '';
    },
  };
}
