/**
 * Lines to logical commands: a line that ends in + or - goes on in the next.
 *
 * TSO/E User's Guide, "Continuing a command on another line": after + the next line's leading blanks are
 * dropped, after - they are kept. The sign counts inside quotes and inside comments as well.
 */
import { LIMITS } from '../core/limits.ts';
import type { JoinedLine, LogicalCommand } from '../core/logical-command.ts';
import type { Remark, SourceLine } from './carrier.ts';
import { balanceOf } from './balance.ts';

export interface Joined {
  readonly commands: readonly LogicalCommand[];
  readonly problems: readonly Remark[];
  readonly hints: readonly Remark[];
}

/** A line that may come from another file than its neighbours: an INCLUDE member, a data set. */
export interface PlacedLine extends SourceLine {
  readonly file?: string;
  /** Its text is no longer that of the file: columns of one are none of the other. */
  readonly filled?: true;
}

/** Joins `lines`, leaving out blank ones and commands that are nothing but comments. */
export function joinLines(lines: readonly PlacedLine[], fileName: string, step: string | null = null): Joined {
  const commands: LogicalCommand[] = [];
  const problems: Remark[] = [];
  const hints: Remark[] = [];
  let openComment: number | null = null;
  let unfinished = null as Unfinished | null;
  for (let i = 0; i < lines.length; ) {
    const first = lines[i];
    if (first === undefined) break;
    const file = first.file ?? fileName;
    const start = i;
    const whole = collect(lines, start, fileName);
    i = whole.next;
    for (const text of whole.hints) hints.push({ file, ...text });
    if (whole.text === null) {
      problems.push({
        file,
        line: first.line,
        text: `the command is longer than ${LIMITS.commandLength} characters; is a continuation sign too many?`,
      });
      continue;
    }
    const { rest, unclosed } = withoutLeadingComments(whole.text);
    if (rest === '') {
      if (unclosed && whole.swallowed !== null) {
        hints.push({ file, line: whole.swallowed, text: 'this line belongs to the comment continued above it' });
      }
      openComment = unclosed ? first.line : null;
      continue;
    }
    if (openComment !== null && rest.includes('*/') && !rest.includes('/*')) {
      hints.push({
        file,
        line: first.line,
        text: `continuation sign missing: the comment of line ${openComment} ended with its line`,
      });
    }
    openComment = null;
    const before: Unfinished | null = unfinished;
    if (before !== null && looksLikeOperands(rest, before.open)) {
      // Half a command may do what nobody meant: a GENCERT without its label, a DELETE of everything.
      if (commands.at(-1) === before.command) {
        commands.pop();
        const text = `continuation sign missing: line ${first.line} looks like operands of this command; none of it is run`;
        problems.push({ file: before.command.file, line: before.command.line, text });
      }
      unfinished = { command: before.command, open: balanceOf(whole.text) !== 'balanced' };
      continue;
    }
    const command: LogicalCommand = { text: whole.text, file, line: first.line, step };
    const written = lines.slice(start, i).every(({ filled }) => filled !== true);
    const placed = written && whole.joined.length > 1 ? { ...command, lines: whole.joined } : command;
    commands.push(placed);
    unfinished = { command: placed, open: balanceOf(whole.text) !== 'balanced' };
  }
  return { commands, problems, hints };
}

/** The command that came last, and whether its quotes or parentheses are open. */
interface Unfinished {
  readonly command: LogicalCommand;
  readonly open: boolean;
}

interface Collected {
  /** Null when it is longer than a command may be. */
  readonly text: string | null;
  readonly next: number;
  readonly joined: readonly JoinedLine[];
  /** Number of the first continued line that does not itself begin as a comment; null when all do. */
  readonly swallowed: number | null;
  readonly hints: readonly { readonly line: number; readonly text: string }[];
}

/** What continues a line of a command; empty where nothing does. */
export type Sign = '' | '+' | '-';

/** A line of a command without the blanks at its end and without its sign. */
export function continued(line: string): { readonly body: string; readonly sign: Sign } {
  const body = withoutBlanksBehind(line);
  const last = body.charAt(body.length - 1);
  return last === '+' || last === '-' ? { body: body.slice(0, -1), sign: last } : { body, sign: '' };
}

/** What a line gives to the command behind a line that ended in `sign`. */
export function goingOn(sign: Sign, body: string): string {
  return sign === '+' ? body.replace(/^[ \t]+/, '') : body;
}

/** The lines from `start` that form one command. */
function collect(lines: readonly PlacedLine[], start: number, fileName: string): Collected {
  const parts: string[] = [];
  const joined: JoinedLine[] = [];
  const hints: { line: number; text: string }[] = [];
  let length = 0;
  let swallowed: number | null = null;
  let sign: Sign = '';
  let next = start;
  for (; next < lines.length; next++) {
    const source = lines[next];
    if (source === undefined) break;
    const { body, sign: last } = continued(source.text);
    if (next > start) {
      if (body === '' && last === '')
        hints.push({ line: source.line, text: 'a blank line ends the command continued above it' });
      else if (swallowed === null && !/^[ \t]*\/\*/.test(body)) swallowed = source.line;
    }
    const part = goingOn(sign, body);
    const { file = fileName, line } = source;
    const at = length;
    length += part.length;
    // Beyond the limit the lines are still passed over, but no longer kept.
    if (length <= LIMITS.commandLength) {
      parts.push(part);
      if (part !== '') joined.push({ at, file, line, column: body.length - part.length + 1 });
    }
    sign = last;
    if (last === '') {
      next++;
      break;
    }
    if (next === lines.length - 1) {
      hints.push({ line: source.line, text: `nothing follows the continuation sign ${last}; it is ignored` });
    }
  }
  const text = length <= LIMITS.commandLength ? parts.join('') : null;
  return { text, next, joined, swallowed, hints };
}

/** A loop, because a pattern anchored at the end takes quadratic time on a long run of blanks. */
function withoutBlanksBehind(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t'.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** What remains behind blanks and comments at the beginning. */
function withoutLeadingComments(text: string): { readonly rest: string; readonly unclosed: boolean } {
  let at = 0;
  for (;;) {
    while (at < text.length && ' ,\t'.includes(text.charAt(at))) at++;
    if (!text.startsWith('/*', at)) return { rest: text.slice(at), unclosed: false };
    const close = text.indexOf('*/', at + 2);
    if (close === -1) return { rest: '', unclosed: true };
    at = close + 2;
  }
}

/**
 * No command begins with a parenthesis, or has one directly behind its name. After a command that is not finished a blank may
 * stand between, and a closing parenthesis or a quote may begin the line.
 */
function looksLikeOperands(text: string, unfinished: boolean): boolean {
  return /^[A-Za-z]*\(/.test(text) || (unfinished && /^(?:[A-Za-z]+ *\(|[)'])/.test(text));
}
