/** Tells what a word on the command line names: a store folder, a ring, or a file. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isRingName, isUserId } from '../../core/names.ts';

export type Named =
  | { readonly kind: 'store'; readonly location: string }
  | { readonly kind: 'ring'; readonly owner: string; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'not-read'; readonly where: string; readonly why: string };

const SCHEME = /^safkeyring[a-z]*:\/\/?\/?/i;

/**
 * What exists on disk is that; else `OWNER/RING`, as applications write ring names (with `*AUTH*` and `*SITE*` for
 * the virtual rings, and `safkeyring://` in front where Java people put it).
 */
export function recogniseSource(word: string): Named {
  if (!SCHEME.test(word) && existsSync(word)) {
    if (!statSync(word).isDirectory()) return { kind: 'file', path: word };
    return existsSync(join(word, 'store.json'))
      ? { kind: 'store', location: word }
      : { kind: 'not-read', where: word, why: 'it is a folder, but not a store; name the files in it' };
  }
  const bare = word.replace(SCHEME, '');
  const slash = bare.indexOf('/');
  const owner = bare.slice(0, slash).toUpperCase();
  const name = bare.slice(slash + 1);
  const isOwner = isUserId(owner) || owner === '*AUTH*' || owner === '*SITE*';
  if (slash > 0 && isOwner && !name.includes('/') && (name === '*' || isRingName(name))) {
    return owner.startsWith('*') && name !== '*'
      ? { kind: 'not-read', where: word, why: `${owner} has the virtual ring ${owner}/* only` }
      : { kind: 'ring', owner, name };
  }
  return { kind: 'not-read', where: word, why: 'there is no such file, and it is not written like OWNER/RING' };
}
