/** `ringtool store check`: every file of the store read and compared; `--repair` rebuilds what is derived. */
import { type Command, flagOption } from '../command.ts';
import { EXIT } from '../exit.ts';
import { visibleJson } from '../visible.ts';

export const storeCheck: Command = {
  description:
    'Checks every file of the store. With --repair, rebuilds indexes and mends what can be derived from the rest.',
  options: [{ flags: '--repair', description: 'mend what can be mended' }],
  examples: ['ringtool store check', 'ringtool store check --repair'],
  exitCodes: [
    '0   the store is sound, or is now',
    '1   problems remain',
    '2   the call is wrong',
    '8   the check could not be made, and why',
    '12  the store cannot be read at all',
  ],
  async run({ globals, options, io }) {
    const repair = flagOption(options, 'repair') && !globals.dryRun;
    const { checkFolder } = await import('../../store/check-folder.ts');
    const { checked, problems } = await checkFolder(globals.store, { repair });
    const open = problems.filter(({ mended }) => !mended).length;
    if (globals.json) io.out(visibleJson({ format: 'ringtool-store-check', version: 1, checked, problems }));
    else {
      for (const { file, text, mended } of problems) io.out(`${mended ? 'mended' : 'problem'}: ${file}: ${text}`);
      io.out(`${checked} checked, ${problems.length - open} mended, ${open} ${open === 1 ? 'problem' : 'problems'}`);
    }
    if (open > 0 && !flagOption(options, 'repair')) io.hint('hint: ringtool store check --repair mends what it can');
    return open > 0 ? EXIT.found : EXIT.done;
  },
};
