/** `ringtool store list`: every certificate on a line, from the index alone. */
import { anchorOf } from '../../core/owner.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../exit.ts';
import { withStore } from '../open.ts';
import { visibleJson } from '../visible.ts';

export const storeList: Command = {
  description: 'Lists every certificate: expiry (UTC), status, key, owner, label; in order of addition.',
  examples: ['ringtool store list', 'ringtool store list | sort', 'ringtool store list --json'],
  async run({ globals, io }) {
    const all = await withStore(globals, (store) => store.summaries());
    const ownerName: Record<string, string> = { irrcerta: 'CERTAUTH', irrsitec: 'SITE' };
    const nameOf = (anchor: string): string => ownerName[anchor] ?? anchor;
    if (globals.json) {
      const certificates = all.map(({ owner, label, notAfter, status, hasKey }) => ({
        owner: nameOf(anchorOf(owner)),
        label,
        notAfter,
        status,
        hasKey,
      }));
      io.out(visibleJson({ format: 'ringtool-store-list', version: 1, certificates }));
      return EXIT.done;
    }
    const lines = all.map(({ owner, label, notAfter, status, hasKey }) =>
      [notAfter.slice(0, 10), status.padEnd(9), hasKey ? 'key' : '   ', nameOf(anchorOf(owner)).padEnd(8), label].join(
        '  ',
      ),
    );
    if (lines.length > 0) io.out(lines.join('\n'));
    return EXIT.done;
  },
};
