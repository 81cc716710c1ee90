/**
 * A block of commands in a document, as a file of commands would have it: line for line, so that numbers stay.
 *
 * Documents are written for people at a terminal. There a long command wraps by itself and needs no continuation
 * sign, TSO stands in front as on the command line of ISPF (z/OS ISPF User's Guide, "TSO command"), and a remark may
 * stand behind a number sign. None of that is so in a batch job, where nothing of this is done.
 */
import { balanceOf } from './balance.ts';
import { beginsCommand } from './command-words.ts';

export interface TerminalLines {
  readonly text: string;
  /** Numbers, from 1, of the first lines of commands that go on without a sign. */
  readonly wrapped: readonly number[];
}

/** Lines that one command may wrap over: what is longer is no command. */
const MOST = 40;

export function terminalLines(block: string): TerminalLines {
  const lines = block.split(/\r\n|\n|\r/).map((line) => withoutRemark(line).replace(ISPF_PREFIX, '$1'));
  const wrapped: number[] = [];
  for (let first = 0; first < lines.length; ) {
    const { next, added } = commandAt(lines, first);
    if (added) wrapped.push(first + 1);
    first = next;
  }
  return { text: lines.join('\n'), wrapped };
}

const ISPF_PREFIX = /^([ \t]*)TSO[ \t]+(?=[A-Z%])/i;

/** Gives the lines of the command at `first` the signs they lack; `next` is the line behind it. */
function commandAt(lines: string[], first: number): { readonly next: number; readonly added: boolean } {
  let added = false;
  let at = first;
  if (!beginsCommand(lines[first] ?? '')) return { next: first + 1, added };
  let whole = '';
  for (; at < lines.length && at - first < MOST; at++) {
    const line = (lines[at] ?? '').trimEnd();
    const following = lines[at + 1] ?? '';
    const signed = /[+-]$/.test(line);
    whole += `${signed ? line.slice(0, -1) : line} `;
    if (signed) continue;
    if (!isRest(following, whole)) break;
    lines[at] = `${line} +`;
    added = true;
  }
  return { next: at + 1, added };
}

/** `line` goes on with what `before` has begun. */
function isRest(line: string, before: string): boolean {
  // The words of a placeholder are no part of the command, nor are their apostrophes.
  const balance = balanceOf(before.replace(/<[A-Za-z][^<>()\n]{0,200}>/g, ''));
  if (line.trim() === '' || balance === 'open-quote') return false;
  if (beginsCommand(line)) return FUNCTION.test(line) && /^[ \t]*(?:TSO[ \t]+)?RACDCERT[ \t]/i.test(before);
  return balance === 'open-parenthesis' || /^[ \t]*(?:[A-Za-z]+ ?\(|[()])/.test(line);
}

/** Two functions of RACDCERT are named as commands of RACF are; those have no ring and no label. */
const FUNCTION = /^[ \t]*(?:CONNECT|REMOVE) ?\([^\n]*\b(?:RING|LABEL)[ \t]*\(/i;

/** Without what stands behind a number sign at the beginning, or behind two blanks and one outside of parentheses. */
function withoutRemark(line: string): string {
  if (/^[ \t]*#[ \t]/.test(line)) return '';
  // Looked for from its sign back: a pattern that begins with blanks takes quadratic time on a long run of them.
  const at = /(?<=[ \t]{2})#[ \t]/.exec(line)?.index;
  return at === undefined || balanceOf(line.slice(0, at)) !== 'balanced' ? line : line.slice(0, at).trimEnd();
}
