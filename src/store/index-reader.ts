/** Reads the files of the index, and refuses one that is damaged: an answer from it would be wrong, not missing. */
import { corrupt } from './failures.ts';
import { readBucket } from './index-plan.ts';
import { readSizes, type Sizes } from './index-sizes.ts';
import { lastFinished } from './lock-folder.ts';
import type { BucketReader } from './reads.ts';
import { isPending } from './recovery.ts';

/** The start of a line that is neither blank nor leads from a fingerprint to a certificate. */
const STRANGE_LINE = /^(?! *$|[0-9a-f]{32} certificates\/)/m;

function isSound(sizes: Sizes, file: string, text: string): boolean {
  if (Buffer.byteLength(text) !== sizes(file) || !(text === '' || text.endsWith('\n'))) return false;
  // The list of all is checked line by line as it is read.
  return file.startsWith('index/all/') || !STRANGE_LINE.test(text.slice(0, -1));
}

/** The files as they are on the disk. Throws `store/corrupt` for one that is damaged. */
export function bucketsOnDisk(root: string): BucketReader {
  let sizes: Sizes | undefined;
  return (file) => {
    sizes ??= readSizes(root);
    let text = readBucket(root, file);
    if (isSound(sizes, file, text)) return text;
    // Changed since, being changed just now, or damaged: that can only be told while nobody writes.
    for (;;) {
      const before = lastFinished(root);
      sizes = readSizes(root);
      text = readBucket(root, file);
      if (isSound(sizes, file, text) || before === null || isPending(root)) return text;
      if (lastFinished(root) === before) throw corrupt(file, 'is damaged, and answers from it would be wrong');
    }
  };
}
