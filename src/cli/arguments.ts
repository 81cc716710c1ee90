/** Arguments to words and options, by commander: the only file that knows it. */
import { Command as Parser, CommanderError, Option } from 'commander';
import type { Command, Listed, OptionSpec } from './command.ts';
import { EXIT } from './exit.ts';
import { GLOBAL_OPTIONS } from './globals.ts';
import type { Io } from './io.ts';

export type Arguments =
  | { readonly kind: 'parsed'; readonly words: readonly string[]; readonly options: Readonly<Record<string, unknown>> }
  /** Help was asked for, or the usage is wrong and has been said. */
  | { readonly kind: 'answered'; readonly exitCode: number };

function optionOf(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.description);
  if (spec.choices) option.choices(spec.choices);
  if (spec.required) option.makeOptionMandatory();
  if (spec.repeatable)
    option.argParser((value: string, before: unknown) => [...(Array.isArray(before) ? before : []), value]);
  return option;
}

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

export function parseArguments(listed: Listed, command: Command, argv: readonly string[], io: Io): Arguments {
  const specs = [...(command.options ?? []), ...GLOBAL_OPTIONS];
  const parser = new Parser(`ringtool ${listed.name}`)
    .description(command.description)
    .exitOverride()
    .allowExcessArguments(false)
    .configureOutput({
      writeOut: (text) => io.out(text.trimEnd()),
      writeErr: (text) => io.err(text.trimEnd().replace(/^error: /, 'ringtool: ')),
      // Without these commander would create process.stdout to ask how wide it is.
      getOutHelpWidth: () => 110,
      getErrHelpWidth: () => 110,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText('after', () => helpAfter(command));
  for (const spec of command.options ?? []) parser.addOption(optionOf(spec));
  for (const spec of GLOBAL_OPTIONS) parser.addOption(optionOf(spec).helpGroup('Options of every command:'));
  if (command.words) parser.argument(command.words.flags, command.words.description);
  try {
    parser.parse(command.freeText ? optionsFirst(argv, specs) : [...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'answered', exitCode: EXIT.done };
    io.err(`hint: ringtool ${listed.name} --help`);
    return { kind: 'answered', exitCode: EXIT.usage };
  }
  return { kind: 'parsed', words: parser.args, options: parser.opts() };
}

function helpAfter(command: Command): string {
  const lines = ['', 'Examples:', ...command.examples.map((example) => `  ${example}`)];
  if (command.exitCodes) lines.push('', 'Exit codes:', ...command.exitCodes.map((code) => `  ${code}`));
  return lines.join('\n');
}
