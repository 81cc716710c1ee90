/**
 * Placeholders that templates leave for values: `{{ name }}`, `${name}`, `{name}`, `<name>`, `[name]`.
 *
 * The first three count everywhere but in comments: braces have no place in a command of RACF. `<name>` counts as
 * well, also inside quotes, for that is where templates have their labels; a label that really holds `<b>` is given
 * as the value of `b`. `[name]` counts where no value can stand, outside of quotes; inside, only when it has a
 * value. A value is never looked through again.
 */
import { LIMITS } from '../core/limits.ts';
import type { LogicalCommand } from '../core/logical-command.ts';
import type { SourceLine, Unset } from './carrier.ts';
import { evaluate, type Lookup, lookupIn } from './jinja.ts';

const NAME = '[A-Za-z_][A-Za-z0-9_.-]{0,63}';
/** Names may be words for people: `<your user id>`, `[yyyy/mm/dd]`, `<client's name>`. */
const LETTER = "(?:[A-Za-z0-9_./-]|(?<=[A-Za-z])'(?=[a-z]))";
const WORDS = `[A-Za-z_]${LETTER}{0,63}(?: ${LETTER}{1,31}){0,4}`;

/** In this order: `{{` before `{`. */
const FORMS: readonly { readonly form: RegExp; readonly expression?: boolean; readonly bracket?: boolean }[] = [
  { form: /\{\{([^{}]{1,200})\}\}/y, expression: true },
  { form: new RegExp(`\\$\\{(${NAME})\\}`, 'y') },
  { form: new RegExp(`\\{(${WORDS})\\}`, 'y') },
  { form: new RegExp(`<(${WORDS})>`, 'y') },
  { form: new RegExp(`\\[(${WORDS})\\]`, 'y'), bracket: true },
];

/** A placeholder without a value. */
export interface Left {
  /** Its bare name, as `--set` takes it. */
  readonly name: string;
  /** As it stands in the text. */
  readonly text: string;
  /** Why its value cannot be worked out, where that is not for want of one. */
  readonly reason?: string;
}

export interface Filled {
  readonly text: string;
  readonly left: readonly Left[];
  /** Why the first expression that is not understood is not; null when there is none. */
  readonly unknown: string | null;
}

/** Fills in the placeholders of one command; those without a value stay as they are and are named. */
export function fill(text: string, lookup: Lookup): Filled {
  if (!/[{<[]/.test(text)) return { text, left: [], unknown: null };
  const left: Left[] = [];
  let unknown: string | null = null;
  let written = '';
  let quoted = false;
  for (let at = 0; at < text.length; ) {
    const character = text.charAt(at);
    if (character === "'") quoted = !quoted;
    else if (!quoted && text.startsWith('/*', at)) {
      const close = text.indexOf('*/', at + 2);
      const end = close === -1 ? text.length : close + 2;
      written += text.slice(at, end);
      at = end;
      continue;
    }
    const found = '{$<['.includes(character) ? placeholderAt(text, at, quoted, lookup) : null;
    if (found === null) {
      written += character;
      at++;
      continue;
    }
    unknown ??= found.unknown;
    if (found.value === null) left.push(leftOf(found));
    written += found.value ?? found.text;
    at += found.text.length;
    // Too long for a command already: what is left needs no values.
    if (written.length > LIMITS.commandLength) return { text: written + text.slice(at), left, unknown };
  }
  return { text: written, left, unknown };
}

function leftOf({ name, text, unknown }: Found): Left {
  return unknown === null ? { name, text } : { name, text, reason: unknown };
}

interface Found {
  readonly name: string;
  readonly text: string;
  /** Null when there is none. */
  readonly value: string | null;
  readonly unknown: string | null;
}

function placeholderAt(text: string, at: number, quoted: boolean, lookup: Lookup): Found | null {
  for (const { form, expression, bracket } of FORMS) {
    form.lastIndex = at;
    const match = form.exec(text);
    if (match === null) continue;
    const inner = (match[1] ?? '').trim();
    const found = expression === true ? evaluate(inner, lookup) : lookup(bareName(inner));
    const value = found.kind === 'value' && typeof found.value === 'string' ? found.value : null;
    const counts = bracket !== true || value !== null || (!quoted && !/[A-Za-z0-9@#$_]/.test(text.charAt(at - 1)));
    if (!counts) return null;
    const name = bareName(found.kind === 'unset' ? found.name : expression === true ? firstName(inner) : inner);
    const unknown = found.kind === 'unknown' ? found.reason : null;
    return { name, text: match[0], value, unknown };
  }
  return null;
}

/** The name that an expression begins with. */
function firstName(expression: string): string {
  return /[A-Za-z_]\w*/.exec(expression)?.[0] ?? expression;
}

/** As `--set` takes it: what a name cannot have becomes a low line. */
function bareName(words: string): string {
  return words.replace(/[ /']/g, '_');
}

/** More than these nobody reads; a hostile file has millions. */
const MOST = 1_000;

export interface FilledCommands {
  readonly commands: readonly LogicalCommand[];
  readonly unset: readonly Unset[];
}

/** Fills in those of all commands; `lines` are the text they come from, to tell the line of each placeholder. */
export function fillCommands(
  commands: readonly LogicalCommand[],
  lines: readonly SourceLine[],
  symbols: ReadonlyMap<string, string>,
): FilledCommands {
  const lookup = lookupIn(symbols);
  const unset: Unset[] = [];
  const filled = commands.map((command) => {
    const { text, left } = fill(command.text, lookup);
    for (const each of left.slice(0, MOST - unset.length)) {
      unset.push({ ...each, file: command.file, line: lineOf(each.text, command, lines) });
    }
    if (text === command.text) return command;
    // Columns are those of the filled text: where they are in the file nobody can tell any more.
    const { lines: _, ...kept } = command;
    return { ...kept, text };
  });
  return { commands: filled, unset };
}

/** The line of `command` that holds `text`; its first when the text is broken over lines. */
function lineOf(
  text: string,
  { line: first, lines: joined = [] }: LogicalCommand,
  lines: readonly SourceLine[],
): number {
  const last = joined.at(-1)?.line ?? first;
  for (let line = first; line <= last; line++) {
    if (lines[line - 1]?.text.includes(text)) return line;
  }
  return first;
}
