/** Arguments to words and options: what is beyond doubt at once, the rest by commander. */
import type { Arguments, Command, Listed, OptionSpec } from './command.ts';
import { GLOBAL_OPTIONS } from './globals.ts';
import type { Io } from './io.ts';
import { quickArguments } from './quick-arguments.ts';

/**
 * For commands with free text: known options come first, then `--`, then the text as typed.
 * An unknown word with a dash in front of the text stays an option, for commander to refuse.
 */
function optionsFirst(argv: readonly string[], specs: readonly OptionSpec[]): string[] {
  const options: string[] = [];
  const text: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') {
      text.push(...argv.slice(at + 1));
      break;
    }
    const name = word.split('=', 1)[0] ?? '';
    const known = specs.find(({ flags }) => flags.split(/[ ,]+/).includes(name));
    if (word === '--help' || word === '-h') options.push(word);
    else if (known) {
      options.push(word);
      const value = argv[at + 1];
      if (known.flags.includes('<') && !word.includes('=') && value !== undefined) {
        options.push(value);
        at++;
      }
    } else if (text.length === 0 && word.startsWith('-')) options.push(word);
    else text.push(word);
  }
  return [...options, '--', ...text];
}

export async function parseArguments(
  listed: Listed,
  command: Command,
  argv: readonly string[],
  io: Io,
): Promise<Arguments> {
  const specs = [...(command.options ?? []), ...GLOBAL_OPTIONS];
  const ordered = command.freeText ? optionsFirst(argv, specs) : argv;
  const quick = quickArguments(ordered, specs, command.words?.flags);
  if (quick !== null) return { kind: 'parsed', ...quick };
  const { parseWithCommander } = await import('./commander.ts');
  return parseWithCommander(listed, command, ordered, io);
}
