/** What to say when no command, an unknown one, `--help` or `--version` was typed. */
import { RingtoolError } from '../core/errors.ts';
import { suggest } from '../tso/suggest.ts';
import { COMMANDS } from './commands/index.ts';
import { EXIT } from './exit.ts';
import { GLOBAL_OPTIONS } from './globals.ts';
import type { Io } from './io.ts';

const EXAMPLES = [
  `ringtool racdcert "CERTAUTH GENCERT SUBJECTSDN(CN('Lab CA')) WITHLABEL('Lab CA')"`,
  'ringtool racdcert < commands.tso',
  'ringtool run job.jcl',
  'ringtool audit',
  'ringtool export stunnel --ring TCPCS/TLSRING --role server --out bundle',
];

const SHOWN = COMMANDS.filter(({ hidden }) => hidden !== true);

function overview(): string {
  const width = Math.max(...SHOWN.map(({ name }) => name.length)) + 2;
  const optionWidth = Math.max(...GLOBAL_OPTIONS.map(({ flags }) => flags.length)) + 2;
  return [
    'ringtool: rehearse z/OS certificates and key rings on any machine. An emulation: it is not RACF.',
    '',
    'Usage: ringtool <command> [options]',
    '',
    'Commands:',
    ...SHOWN.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`),
    '',
    'Options of every command:',
    ...GLOBAL_OPTIONS.map(({ flags, description }) => `  ${flags.padEnd(optionWidth)}${description}`),
    '',
    'Examples:',
    ...EXAMPLES.map((example) => `  ${example}`),
    '',
    'Help on one command: ringtool <command> --help',
  ].join('\n');
}

/** `words` are the arguments that are not global options. */
export function answerWithoutCommand(
  argv: readonly string[],
  words: readonly string[],
  version: string,
  io: Io,
): number {
  const [word, sub] = words;
  if (word === undefined) {
    if (argv.includes('--version') || argv.includes('-V')) {
      io.out(version);
      return EXIT.done;
    }
    if (argv.includes('--help') || argv.includes('-h')) {
      io.out(overview());
      return EXIT.done;
    }
    io.err(overview());
    return EXIT.usage;
  }
  if (word === 'help') {
    io.out(overview());
    return EXIT.done;
  }
  const below = COMMANDS.filter(({ name }) => name.startsWith(`${word} `));
  if (below.length > 0) {
    const lines = below.map(({ name, summary }) => `  ringtool ${name.padEnd(16)}${summary}`);
    if (sub === undefined && (argv.includes('--help') || argv.includes('-h'))) {
      io.out(lines.join('\n'));
      return EXIT.done;
    }
    io.err(
      [`ringtool: ${word} ${sub === undefined ? 'needs' : `has no "${sub}"; it has`} one of`, ...lines].join('\n'),
    );
    return EXIT.usage;
  }
  const meant = suggest(word, [...new Set(SHOWN.map(({ name }) => name.split(' ')[0] ?? ''))]);
  throw new RingtoolError('cli/usage', `there is no command "${word}"`, {
    hint: meant === null ? 'ringtool --help lists the commands' : `did you mean ${meant}?`,
  });
}
