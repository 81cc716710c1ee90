/** The list of all certificates, from the index alone. */
import { INDEX_FAMILIES, readSummary } from './index-lines.ts';
import type { BucketReader } from './reads.ts';
import type { CertificateSummary } from './store.ts';
import { INDEX } from './layout.ts';

const LIST_OF_ALL = INDEX_FAMILIES[3];

/** Every certificate in order of addition. */
export function readSummaries(buckets: BucketReader): CertificateSummary[] {
  const found: CertificateSummary[] = [];
  for (let i = 0; i < 256; i++) {
    const text = buckets(`${INDEX}/${LIST_OF_ALL}/${i.toString(16).padStart(2, '0')}.txt`);
    if (text === '') continue;
    const lines = text.split('\n');
    // What follows the last line end is still being written.
    lines.pop();
    for (const line of lines) {
      const summary = readSummary(line);
      if (summary) found.push(summary);
    }
  }
  return found.sort((a, b) => a.sequence - b.sequence);
}
