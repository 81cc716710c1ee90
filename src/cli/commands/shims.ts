/** `ringtool shims --dir DIR`: stand-ins for z/OS commands, for scripts that somebody else starts. */
import { readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { RingtoolError } from '../../core/errors.ts';
import { systemCode } from '../../core/system-code.ts';
import { STAND_INS } from '../../jobs/shell/calls.ts';
import { MARK, quoted, standInText } from '../../jobs/shell/stand-ins.ts';
import { type Command, flagOption, textOption } from '../command.ts';
import { EXIT } from '../exit.ts';
import { requireFree, writeFiles } from '../files.ts';
import { visibleJson } from '../visible.ts';

/** Far longer than any of ours. */
const HEAD = 512;

export const shims: Command = {
  description:
    `Writes stand-ins for ${STAND_INS.join(', ')} into a folder. With that folder first on the PATH,\n` +
    'scripts for z/OS UNIX reach ringtool. Scripts run by `ringtool run` need none.',
  options: [
    { flags: '--dir <folder>', description: 'where they go; made when it is not there', required: true },
    { flags: '--force', description: 'write over files that are not ours' },
  ],
  examples: ['ringtool shims --dir ~/zos-bin', 'PATH="$HOME/zos-bin:$PATH" ./setup.sh'],
  async run({ options, globals, io }) {
    const folder = resolve(textOption(options, 'dir') ?? '');
    if (folder.includes(delimiter)) {
      throw new RingtoolError('cli/usage', `a folder on the PATH cannot have ${delimiter} in its name`);
    }
    const program = [process.execPath, resolve(process.argv[1] ?? '')];
    const files = STAND_INS.map((name) => ({
      path: join(folder, name),
      bytes: Buffer.from(standInText(name, program, null)),
      mode: 0o755,
    }));
    requireFree(
      files.filter(({ path }) => !isOurs(path)),
      { force: flagOption(options, 'force') },
    );
    if (!globals.dryRun) writeFiles(files, { force: true });
    const line = `export PATH=${quoted(folder)}:"$PATH"`;
    if (globals.json) {
      const names = files.map(({ path }) => path);
      io.out(visibleJson({ format: 'ringtool-shims', version: 1, folder, files: names, path: line }));
    } else io.out(line);
    return EXIT.done;
  },
};

/** True when there is none: then nothing is written over. */
function isOurs(path: string): boolean {
  try {
    return readFileSync(path).subarray(0, HEAD).includes(MARK);
  } catch (error) {
    return systemCode(error) === 'ENOENT';
  }
}
