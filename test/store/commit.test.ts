/** What comes of letting go of a lock that somebody has tidied away. */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { alone } from '../../src/store/commit.ts';
import { openStore } from '../../src/store/open-store.ts';
import { temporaryFolder } from '../peers.ts';

const folder = temporaryFolder();
let root = '';
let number = 0;

beforeEach(async () => {
  root = join(folder, String(number++));
  await openStore(root, { create: true });
});

/** Empties the lock folder, as an over-eager clean-up does. */
function tidyAway(): void {
  for (const name of fs.readdirSync(join(root, 'lock'))) fs.unlinkSync(join(root, 'lock', name));
}

describe('a lock that is gone when it is let go', () => {
  it('leaves a commit done', async () => {
    const result = alone(root, 0, async (store) => {
      store.committed(store.number);
      tidyAway();
      return 'done';
    });
    await expect(result).resolves.toBe('done');
  });

  it('hides no other error', async () => {
    const result = alone(root, 0, async () => {
      tidyAway();
      throw new Error('the first');
    });
    await expect(result).rejects.toThrow('the first');
  });

  it('is a failure of the store when nothing was committed', async () => {
    const result = alone(root, 0, async () => tidyAway());
    await expect(result).rejects.toThrow(expect.objectContaining({ code: 'store/io' }));
  });

  it('does not stand in the way of the next', async () => {
    await alone(root, 0, async (store) => {
      store.committed(store.number);
      tidyAway();
    });
    await expect(alone(root, 0, async () => 'next')).resolves.toBe('next');
  });
});
