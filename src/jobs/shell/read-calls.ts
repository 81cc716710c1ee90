/**
 * Calls of our commands in shell text, read without running a shell: for documents and for lines of Zowe CLI.
 *
 * Taken are calls that stand for themselves, with variables that were given a plain value. Everything that a shell
 * would have to decide, a loop, a condition, what another command prints, is named and not run.
 */
import { LIMITS } from '../../core/limits.ts';
import type { LogicalCommand } from '../../core/logical-command.ts';
import type { JobReading, NotEmulated, Remark, SourceLine, Unset } from '../carrier.ts';
import { type Lookup, lookupIn } from '../jinja.ts';
import { fill } from '../placeholders.ts';
import { callOf, STAND_INS } from './calls.ts';
import { type Part, type ShellToken, shellTokens } from './words.ts';

export interface CallReading extends JobReading {
  readonly unset: readonly Unset[];
}

type Word = Extract<ShellToken, { kind: 'word' }>;

/** Words that open something whose inside is not run once and for certain. */
const OPENING: ReadonlySet<string> = new Set(['if', 'for', 'while', 'until', 'case', 'select', '{']);
const CLOSING: ReadonlySet<string> = new Set(['fi', 'done', 'esac', '}']);
/** Words that a command may follow. */
const IN_FRONT: ReadonlySet<string> = new Set(['then', 'do', 'else', 'elif', '!', 'time']);
/** Commands behind which another may stand. */
const CARRYING: ReadonlySet<string> = new Set(['exec', 'env', 'nohup', 'sudo', 'command', 'eval', 'time', 'ssh']);
const DECLARING: ReadonlySet<string> = new Set(['export', 'readonly', 'typeset', 'declare', 'local']);
/** What only prints or looks: to name a command of ours in it means nothing. */
const PRINTING: ReadonlySet<string> = new Set(['echo', 'print', 'printf', 'grep', ':', 'which', 'man']);

const OURS = new RegExp(`(?<![\\w.-])(?:${STAND_INS.join('|')})(?![\\w.-])`, 'i');

const RACDCERT = /^\s*RACDCERT\s/im;

/** Reads `lines`; `symbols` are values given from outside. */
export function readCalls(
  lines: readonly SourceLine[],
  file: string,
  symbols: ReadonlyMap<string, string>,
): CallReading {
  const { tokens, unclosed } = shellTokens(lines);
  const reader = new Reader(file, lookupIn(symbols));
  for (const token of tokens) reader.take(token);
  // A command that is cut short is not run with the words it has so far.
  if (unclosed === null) reader.endCommand('\n');
  const { commands, notEmulated, problems, unset } = reader;
  if (unclosed !== null)
    problems.push({ file, line: unclosed, text: 'a quote or substitution begins here and never ends' });
  return { commands, notEmulated, problems, hints: [], unset };
}

/**
 * Lines of a dialogue without its prompts: where one begins with `$ `, only such lines and what they go on in are
 * commands, the others are answers.
 */
export function withoutPrompts(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (!lines.some(({ text }) => PROMPT.test(text))) return lines;
  let goesOn = false;
  return lines.map(({ text, line }) => {
    const typed = PROMPT.test(text);
    const kept = typed || goesOn ? text.replace(PROMPT, '').replace(/^> /, '') : '';
    goesOn = (typed || goesOn) && kept.endsWith('\\');
    return { text: kept, line };
  });
}

const PROMPT = /^[ \t]*\$ /;

class Reader {
  readonly commands: LogicalCommand[] = [];
  readonly notEmulated: NotEmulated[] = [];
  readonly problems: Remark[] = [];
  readonly unset: Unset[] = [];
  readonly #file: string;
  readonly #given: Lookup;
  /** What is open around: words of OPENING, or parentheses. */
  readonly #around: string[] = [];
  /** Values of variables; null where only the shell knows. */
  readonly #variables = new Map<string, string | null>();
  #words: Word[] = [];
  /** The operator in front of the command being read. */
  #before = '\n';
  /** A word that names a file of a redirection follows. */
  #redirects = false;

  constructor(file: string, given: Lookup) {
    this.#file = file;
    this.#given = given;
  }

  take(token: ShellToken): void {
    if (token.kind === 'word') {
      if (!this.#redirects) this.#words.push(token);
      this.#redirects = false;
    } else if (token.kind === 'document') {
      if (OURS.test(token.text) || RACDCERT.test(token.text)) this.#leaveOut('<<', DOCUMENT, token.line);
    } else if (/^[<>]/.test(token.text)) {
      // The here-document behind << has no word left.
      this.#redirects = !token.text.startsWith('<<') || token.text === '<<<';
    } else if (token.text === '&' && this.#redirects) {
      // The ampersand of 2>&1; the number follows.
    } else {
      this.endCommand(token.text);
    }
  }

  endCommand(by: string): void {
    this.#redirects = false;
    const words = this.#words;
    this.#words = [];
    if (words.length > 0) this.#command(words, by);
    if (by === '(') this.#around.push('(');
    else if (by === ')' && this.#around.at(-1) === '(') this.#around.pop();
    this.#before = by;
  }

  #command(all: readonly Word[], by: string): void {
    let at = 0;
    for (let first = plain(all[at]); first !== null; first = plain(all[++at])) {
      if (CLOSING.has(first)) this.#around.pop();
      else if (OPENING.has(first)) this.#around.push(first);
      else if (!IN_FRONT.has(first)) break;
    }
    const certain = this.#around.length === 0 && this.#before !== '&&' && this.#before !== '||';
    for (let word = all[at]; word !== undefined; word = all[++at]) {
      if (!this.#assign(word, certain && by !== '|' && at === all.length - 1)) break;
    }
    const words = all.slice(at);
    const [head, ...rest] = words;
    if (head === undefined) return;
    const name = (textOf(head.parts) ?? '').replace(/^.*\//, '');
    if (STAND_INS.includes(name)) this.#call(name, rest, head.line);
    else if (DECLARING.has(name)) for (const word of rest) this.#assign(word, certain);
    else if (name === 'read' || name === 'unset') for (const word of rest) this.#forget(textOf(word.parts));
    else if (!PRINTING.has(name) || by === '|') this.#mention(name, words);
    else
      this.#mention(
        name,
        words.filter(({ parts }) => parts.some(({ kind }) => kind === 'running')),
      );
  }

  /** True when the word is `name=value`. What follows it in one command sees the value, and so does the rest. */
  #assign(word: Word, certain: boolean): boolean {
    const [first, ...more] = word.parts;
    const found = first?.kind === 'text' ? /^([A-Za-z_]\w*)=/.exec(first.text) : null;
    if (found === null || first === undefined) return false;
    const [whole, name = ''] = found;
    const value = this.#resolve([{ kind: 'text', text: first.text.slice(whole.length) }, ...more]);
    if (value.running !== null && OURS.test(value.running)) this.#leaveOut(`${name}=`, SUBSTITUTION, word.line);
    // A command in a variable that a loop or condition sets: whatever issues it later does not know it any more.
    else if (!certain && RACDCERT.test(value.text)) this.#leaveOut(`${name}=`, this.#refusal() ?? UNCERTAIN, word.line);
    this.#variables.set(name, certain && value.running === null ? value.text : null);
    return true;
  }

  #forget(name: string | null): void {
    if (name !== null) this.#variables.set(name, null);
  }

  #call(name: string, words: readonly Word[], line: number): void {
    const resolved = words.map(({ parts }) => this.#resolve(parts));
    const running = resolved.find((each) => each.running !== null)?.running ?? null;
    const reason = this.#refusal() ?? (running === null ? null : `only a running shell knows ${shortened(running)}`);
    const call = callOf(
      name,
      resolved.map(({ text }) => text),
    );
    if (reason !== null) this.#leaveOut(name, reason, line);
    else if (call.kind === 'wrong') this.problems.push({ file: this.#file, line, text: call.reason });
    else if (call.kind === 'not-emulated') this.#leaveOut(call.text, call.reason, line);
    else if (call.kind === 'job') this.#leaveOut(name, 'jobs are submitted only by scripts that a shell runs', line);
    else {
      const { text, left } = fill(call.text, this.#given);
      for (const each of left) this.unset.push({ ...each, file: this.#file, line });
      this.commands.push({ text, file: this.#file, line, step: null });
    }
  }

  /** Why a call at this place is not run; null when it is. */
  #refusal(): string | null {
    if (this.#around.length > 0) return 'it stands in a loop, a condition or a function, and no shell is run here';
    if (this.#before === '&&' || this.#before === '||')
      return 'it depends on the command before it, and no shell is run here';
    if (this.#before === '|') return 'it reads what another command prints, and no shell is run here';
    return null;
  }

  /** Names a command that has one of ours, or RACDCERT, in its words: nothing is passed over silently. */
  #mention(name: string, words: readonly Word[]): void {
    const found = words.find((word, at) => {
      const text = this.#resolve(word.parts).text;
      if (word.parts.some((part) => part.kind === 'running' && OURS.test(part.text))) return true;
      return at > 0 && (RACDCERT.test(text) || (CARRYING.has(name) && OURS.test(text)));
    });
    if (found !== undefined) this.#leaveOut(name === '' ? '$(...)' : name, 'no shell is run here', found.line);
  }

  #leaveOut(text: string, reason: string, line: number): void {
    this.notEmulated.push({ file: this.#file, line, text, reason });
  }

  /** What has its value from outside stays a placeholder, to be filled in once and for all at the end. */
  #resolve(parts: readonly Part[]): Resolved {
    let text = '';
    let running: string | null = null;
    for (const part of parts) {
      if (part.kind === 'text') text += part.text;
      else if (part.kind === 'running') running ??= part.text;
      else {
        const { name, otherwise } = part;
        const own = this.#variables.get(name);
        if (own === null) running ??= part.text;
        else if (own !== undefined && (own !== '' || otherwise === null)) text += own;
        else if (otherwise === null || this.#given(name).kind === 'value') text += `\${${name}}`;
        else text += otherwise;
      }
      // Variables that hold others twice each would double with every line.
      if (text.length > LIMITS.commandLength) return { text: '', running: running ?? 'a text of this length' };
    }
    return { text, running };
  }
}

const DOCUMENT = 'a here-document is for the command in front of it, and no shell is run here';
const SUBSTITUTION = 'what a command prints is known only to a running shell';
const UNCERTAIN = 'whether it is set is known only to a running shell';

interface Resolved {
  readonly text: string;
  /** The first part that only a running shell knows. */
  readonly running: string | null;
}

/** The text of a word without quotes; null for any other. */
function plain(word: Word | undefined): string | null {
  return word === undefined || word.quoted ? null : textOf(word.parts);
}

function textOf(parts: readonly Part[]): string | null {
  return parts.every(({ kind }) => kind === 'text') ? parts.map(({ text }) => text).join('') : null;
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
