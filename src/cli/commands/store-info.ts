/** `ringtool store info`: what the store holds, its settings, and whether somebody is at work in it. */
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { withStore } from '../open.ts';
import { visibleJson } from '../visible.ts';

export const storeInfo: Command = {
  description: 'Says what the store holds and where it lies.',
  examples: ['ringtool store info', 'ringtool store info --store lab --json'],
  async run({ globals, io }) {
    const info = await withStore(globals, async (store) => {
      // The number of the last change; the store's own counter also counts checks and backups.
      const [newest] = await store.history(1);
      return { ...(await store.info()), commit: newest?.commit ?? 0 };
    });
    if (globals.json) {
      const { format, version, ...rest } = info;
      io.out(visibleJson({ format: 'ringtool-store-info', version: 1, store: { format, version }, ...rest }));
      return EXIT.done;
    }
    const { settings } = info;
    io.out(
      [
        `Store:         ${info.location}`,
        `Format:        ${info.format} ${info.version}`,
        `Certificates:  ${info.certificates}`,
        `Rings:         ${info.rings}`,
        `Private keys:  ${info.keys}`,
        `Users:         ${info.users}`,
        `Last commit:   ${info.commit}`,
        `z/OS release:  ${settings.level}`,
        `Time zone:     ${settings.timeZone}`,
        `Issuing user:  ${settings.user ?? 'the login name'}`,
        `RACLISTed:     ${settings.raclisted.join(' ') || 'none'}`,
        `Lock:          ${info.lockedBy ?? 'free'}`,
      ].join('\n'),
    );
    if (info.pending) io.hint('a commit is under way or was interrupted; the next command finishes it');
    return EXIT.done;
  },
};
