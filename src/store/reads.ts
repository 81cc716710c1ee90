/**
 * Observations: what a view has seen of the store, by name, so that a commit can look again.
 *
 * Whole contents are compared, not times or inodes: clocks are coarse and inodes are used again.
 */
import { listFolder, readText } from './files.ts';
import { bucketFile, filesInBucket, type LookUp } from './index-lines.ts';
import { entityNames, ownedFolders } from './layout.ts';
import type { Reads } from './store.ts';

/** Gives the text of a file of the index, an empty one when there is none. */
export type BucketReader = (file: string) => string;

export type Observation =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'any'; readonly folder: string }
  | { readonly kind: 'folders'; readonly folder: string }
  | { readonly kind: 'look-up'; readonly family: LookUp; readonly fingerprint: string };

/** What stands there now: a file's text, or names one a line; null when there is no such file. */
export function observe(root: string, buckets: BucketReader, what: Observation): string | null {
  switch (what.kind) {
    case 'file':
      return readText(root, what.file);
    case 'folder':
      return entityNames(listFolder(root, what.folder)).join('\n');
    case 'any':
      return entityNames(listFolder(root, what.folder)).length > 0 ? 'some' : '';
    case 'folders':
      return ownedFolders(listFolder(root, what.folder)).join('\n');
    case 'look-up':
      return filesInBucket(buckets(bucketFile(what.family, what.fingerprint)), what.fingerprint).join('\n');
    default:
      return what satisfies never;
  }
}

/** Observations of one view, each made once. */
export interface Notebook {
  see(what: Observation): string | null;
  readonly seen: ReadonlyMap<string, string | null>;
}

export function notebook(look: (what: Observation) => string | null): Notebook {
  const seen = new Map<string, string | null>();
  return {
    seen,
    see(what) {
      const name = JSON.stringify(what);
      const known = seen.get(name);
      if (known !== undefined) return known;
      const found = look(what);
      seen.set(name, found);
      return found;
    },
  };
}

/** The name of the first observation that no longer holds; null when all do. */
export function changedSince(root: string, buckets: BucketReader, reads: Reads): string | null {
  for (const [name, was] of reads.seen) {
    const what: Observation = JSON.parse(name);
    if (observe(root, buckets, what) !== was) return 'file' in what ? what.file : name;
  }
  return null;
}
