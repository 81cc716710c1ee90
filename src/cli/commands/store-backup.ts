/** `ringtool store backup TO`: a copy of the store as of one moment. */
import { resolve } from 'node:path';
import { type Command, onlyWord } from '../command.ts';
import { EXIT } from '../exit.ts';
import { withStore } from '../open.ts';

export const storeBackup: Command = {
  description: 'Copies the store, whole and at rest, to a folder that does not exist yet. The copy holds private keys.',
  words: { flags: '<folder>', description: 'where the copy goes' },
  examples: ['ringtool store backup ~/ringtool-2026-11-20'],
  async run({ globals, words, io }) {
    const to = resolve(onlyWord(words, 'the folder for the copy'));
    await withStore(globals, async (store) => {
      if (!globals.dryRun) await store.backup(to);
      io.out(`${globals.dryRun ? 'would copy' : 'copied'} ${store.location} to ${to}`);
    });
    return EXIT.done;
  },
};
