/** `ringtool store history`: who ran what, when, and what it changed; newest first. */
import { RingtoolError } from '../../core/errors.ts';
import { type Command, textOption } from '../command.ts';
import { EXIT } from '../exit.ts';
import { withStore } from '../open.ts';
import { visibleJson } from '../visible.ts';

export const storeHistory: Command = {
  description: 'Shows the commands that changed the store, newest first. Passwords are never kept.',
  options: [{ flags: '--limit <count>', description: 'how many (default: 20)' }],
  examples: ['ringtool store history', 'ringtool store history --limit 3 --json'],
  async run({ globals, options, io }) {
    const limit = Number(textOption(options, 'limit') ?? '20');
    if (!Number.isSafeInteger(limit) || limit < 1)
      throw new RingtoolError('cli/usage', '--limit takes a number of 1 or more');
    const records = await withStore(globals, (store) => store.history(limit));
    if (globals.json) {
      io.out(visibleJson({ format: 'ringtool-store-history', version: 1, records }));
      return EXIT.done;
    }
    for (const { commit, when, user, command, changed, more } of records) {
      io.out(`${commit}  ${when}  ${user}  ${command}`);
      for (const change of changed) io.out(`    ${change}`);
      if (more > 0) io.out(`    and ${more} more`);
    }
    return EXIT.done;
  },
};
