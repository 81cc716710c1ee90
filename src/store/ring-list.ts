/** The names of all rings, from the folders alone: no ring is opened whose file name says it. */
import type { RingRef } from '../core/owner.ts';
import { readRing } from './entity-files.ts';
import { decodeFileName } from './file-names.ts';
import { listFolder, readText } from './files.ts';
import { entityNames, RINGS } from './layout.ts';

/** Rings by owner, then by file name. Throws `store/corrupt` for one whose name cannot be learnt. */
export function* eachRing(root: string): Generator<RingRef> {
  for (const folder of listFolder(root, RINGS)) {
    const owner = decodeFileName(folder);
    // What else lies there is for `check` to name.
    if (owner === null) continue;
    for (const file of entityNames(listFolder(root, `${RINGS}/${folder}`))) {
      const name = decodeFileName(file.slice(0, -'.json'.length)) ?? nameInside(root, `${RINGS}/${folder}/${file}`);
      if (name !== null) yield { owner, name };
    }
  }
}

/** A name too long for a file name stands in the file; null when the file is gone by now. */
function nameInside(root: string, file: string): string | null {
  const text = readText(root, file);
  return text === null ? null : readRing(text, file).name;
}
