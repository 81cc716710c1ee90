/** `--set NAME=VALUE` and `--vars FILE`: values for the symbols and placeholders of jobs. */
import { RingtoolError } from '../core/errors.ts';
import { readUserFile } from '../store/user-file.ts';
import { type Invocation, listOption, type OptionSpec } from './command.ts';

export const VALUE_OPTIONS: readonly OptionSpec[] = [
  {
    flags: '--set <name=value>',
    description: 'a value for a symbol or placeholder of the job; may be given several times',
    repeatable: true,
  },
  {
    flags: '--vars <file>',
    description: 'values from a file: NAME=VALUE or NAME: VALUE lines, or a JSON object; --set comes before it',
    repeatable: true,
  },
];

const FILE_LIMIT = 1024 * 1024;
const NAME = /^[A-Za-z_@#$][A-Za-z0-9_@#$.-]{0,99}$/;

/** All values; what `--set` says wins over files, a later file over an earlier one. */
export function readValues(options: Invocation['options']): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const file of listOption(options, 'vars')) {
    const text = new TextDecoder('utf-8').decode(readUserFile(file, FILE_LIMIT)).replace(/^\ufeff/, '');
    for (const [name, value] of /^\s*\{/.test(text) ? fromJson(text, file) : fromLines(text, file)) {
      values.set(name, value);
    }
  }
  for (const given of listOption(options, 'set')) {
    const at = given.indexOf('=');
    const name = given.slice(0, Math.max(at, 0)).trim();
    if (!NAME.test(name)) {
      throw new RingtoolError('cli/usage', '--set needs NAME=VALUE', {
        hint: 'a name has letters, digits, _ @ # $ . or -, and begins with no digit: --set HLQ=LAB.TEST',
      });
    }
    values.set(name, given.slice(at + 1));
  }
  return values;
}

function fromLines(text: string, file: string): readonly (readonly [string, string])[] {
  return text.split(/\r\n|\n|\r/).flatMap((written, index) => {
    const line = written.trim();
    // YAML files begin with three dashes.
    if (line === '' || line.startsWith('#') || line === '---') return [];
    const found = /^(?:export\s+)?([^\s=:]+)\s*(?:=|:(?=\s|$))\s*(.*)$/.exec(line);
    const [, name = '', value = ''] = found ?? [];
    if (!NAME.test(name)) throw notValues(file, index + 1);
    return [[name, unquoted(value)] as const];
  });
}

function unquoted(value: string): string {
  const quote = value.charAt(0);
  const quoted = value.length > 1 && (quote === "'" || quote === '"') && value.endsWith(quote);
  return quoted ? value.slice(1, -1) : value;
}

function fromJson(text: string, file: string): readonly (readonly [string, string])[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new RingtoolError('cli/usage', `${file} is not proper JSON`, { cause: error });
  }
  return Object.entries(parsed as object).map(([name, value]) => {
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (!NAME.test(name) || !plain) {
      throw new RingtoolError('cli/usage', `${file} has something that is no value under ${JSON.stringify(name)}`, {
        hint: 'names with texts or numbers are expected: { "HLQ": "LAB.TEST" }',
      });
    }
    return [name, String(value)] as const;
  });
}

function notValues(file: string, line: number): RingtoolError {
  // Not the line itself: it may hold a password.
  return new RingtoolError('cli/usage', `${file}:${line}: not NAME=VALUE or NAME: VALUE`, {
    hint: 'one a line; # begins a comment',
  });
}
