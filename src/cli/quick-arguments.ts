/**
 * Arguments that are beyond doubt, read without commander, which takes 2 ms to load and set up.
 *
 * Only what commander would accept, with the result it would give; null for all else, so that help, mistakes
 * and advice stay commander's. A test holds the two to the same answers.
 */
import type { OptionSpec } from './command.ts';

export interface Quick {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** `--dry-run` becomes `dryRun`, `--no-color` becomes `color`. */
function keyOf(name: string): string {
  return name.replace(/^--(?:no-)?/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** `words` as commander spells arguments: `<file>`, `<file...>`, `[text...]`, or none. */
export function quickArguments(
  argv: readonly string[],
  specs: readonly OptionSpec[],
  words: string | undefined,
): Quick | null {
  const found: string[] = [];
  const options: Record<string, unknown> = {};
  for (const { flags } of specs) {
    if (flags.startsWith('--no-')) options[keyOf(flags)] = true;
  }
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (word === '--') {
      found.push(...argv.slice(at + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      found.push(word);
      continue;
    }
    const spec = specs.find(({ flags }) => flags.split(' ', 1)[0] === word);
    if (spec === undefined) return null;
    if (!spec.flags.includes('<')) {
      options[keyOf(word)] = !word.startsWith('--no-');
      continue;
    }
    const value = argv[++at];
    if (value === undefined || (spec.choices && !spec.choices.includes(value))) return null;
    const before = options[keyOf(word)];
    options[keyOf(word)] = spec.repeatable ? [...(Array.isArray(before) ? before : []), value] : value;
  }
  if (specs.some(({ flags, required }) => required && options[keyOf(flags.split(' ', 1)[0] ?? '')] === undefined))
    return null;
  const several = words?.includes('...') ?? false;
  const least = words?.startsWith('<') ? 1 : 0;
  if (found.length < least || (!several && found.length > (words === undefined ? 0 : 1))) return null;
  return { words: found, options };
}
