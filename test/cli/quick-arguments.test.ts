/** The quick reading of arguments gives what commander gives, or leaves it to commander. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command, OptionSpec } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands/index.ts';
import { parseWithCommander } from '../../src/cli/commander.ts';
import { GLOBAL_OPTIONS } from '../../src/cli/globals.ts';
import type { Io } from '../../src/cli/io.ts';
import { quickArguments } from '../../src/cli/quick-arguments.ts';

const silent: Io = {
  out: () => {},
  err: () => {},
  hint: () => {},
  part: () => {},
  outBytes: () => {},
  input: () => new Uint8Array(),
  inputIsTerminal: false,
  outputIsTerminal: false,
  closed: false,
  env: {},
};

const specsOf = ({ options = [] }: Command): readonly OptionSpec[] => [...options, ...GLOBAL_OPTIONS];

describe('quick arguments', () => {
  for (const listed of COMMANDS) {
    it(`of ${listed.name} agree with commander`, async () => {
      const command = await listed.load();
      const specs = specsOf(command);
      const names = specs.map(({ flags }) => flags.split(' ', 1)[0] ?? '');
      const choices = specs.flatMap((spec) => spec.choices ?? []);
      const word = fc.constantFrom(
        ...names,
        ...choices,
        'x',
        'OWNER/RING',
        '-',
        '--',
        '-x',
        '--frob',
        '--store=x',
        '',
        '--no-',
        '-h',
      );
      fc.assert(
        fc.property(fc.array(word, { maxLength: 9 }), (argv) => {
          const quick = quickArguments(argv, specs, command.words?.flags);
          if (quick === null) return;
          expect({ kind: 'parsed', ...quick }).toEqual(parseWithCommander(listed, command, argv, silent));
        }),
        { numRuns: 300 },
      );
    });
  }

  it('take the usual calls at once', async () => {
    const racdcert = await COMMANDS[0]?.load();
    expect(
      quickArguments(['--store', 's', '--json', '--', 'ID(X)', 'LIST'], specsOf(racdcert as Command), '[text...]'),
    ).toEqual({
      words: ['ID(X)', 'LIST'],
      options: { color: true, store: 's', json: true },
    });
  });
});
