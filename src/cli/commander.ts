/** Help, mistakes and advice, by commander: the only file that knows it. */
import { Command as Parser, CommanderError, Option } from 'commander';
import type { Arguments, Command, Listed, OptionSpec } from './command.ts';
import { EXIT } from './exit.ts';
import { GLOBAL_OPTIONS } from './globals.ts';
import type { Io } from './io.ts';

function optionOf(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.description);
  if (spec.choices) option.choices(spec.choices);
  if (spec.required) option.makeOptionMandatory();
  if (spec.repeatable)
    option.argParser((value: string, before: unknown) => [...(Array.isArray(before) ? before : []), value]);
  return option;
}

/** Reads `argv`, or says what is wrong with it, or shows the help that was asked for. */
export function parseWithCommander(listed: Listed, command: Command, argv: readonly string[], io: Io): Arguments {
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
    parser.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: 'answered', exitCode: EXIT.done };
    io.hint(`hint: ringtool ${listed.name} --help`);
    return { kind: 'answered', exitCode: EXIT.usage };
  }
  return { kind: 'parsed', words: parser.args, options: parser.opts() };
}

function helpAfter(command: Command): string {
  const lines = ['', 'Examples:', ...command.examples.map((example) => `  ${example}`)];
  if (command.exitCodes) lines.push('', 'Exit codes:', ...command.exitCodes.map((code) => `  ${code}`));
  return lines.join('\n');
}
