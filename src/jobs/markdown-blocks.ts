/**
 * The blocks of code in a Markdown document, with the lines they stand in.
 *
 * CommonMark 0.31, 4.4 "Indented code blocks", 4.5 "Fenced code blocks", 5.1 "Block quotes". Fences are found at any
 * indentation, because lists indent them; indented blocks only behind a blank line.
 */
import type { SourceLine } from './carrier.ts';

export interface Block {
  /** First word of the info string in lower case; empty where there is none; null for an indented block. */
  readonly tag: string | null;
  readonly lines: readonly SourceLine[];
  /** Line of the fence, or of the first line of an indented block. */
  readonly line: number;
  /** The document ends before the fence does. */
  readonly unclosed: boolean;
}

export interface Blocks {
  readonly blocks: readonly Block[];
  /** Lines outside of all blocks. */
  readonly prose: readonly SourceLine[];
}

const OPENING = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)*)(`{3,}|~{3,})([^`]*)$/;
const QUOTE = /^ {0,3}> ?/;
const INDENT = /^(?: {4}| {0,3}\t)/;
/** A line that is one span of code with operands in it and nothing else, in a list or not: written to be typed. */
const SPAN = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?`([^`(]+\([^`]*)`(?:\\|\s*)$/;

export function blocksOf(lines: readonly SourceLine[]): Blocks {
  const blocks: Block[] = [];
  const prose: SourceLine[] = [];
  let blank = true;
  for (let at = 0; at < lines.length; ) {
    const source = lines[at];
    if (source === undefined) break;
    const { rest, depth } = unquoted(source.text, Number.POSITIVE_INFINITY);
    const opening = OPENING.exec(rest);
    if (opening !== null) {
      const { block, next } = fenced(lines, at, opening, depth);
      blocks.push(block);
      at = next;
      blank = true;
      continue;
    }
    if (SPAN.test(rest)) {
      const { block, next } = spans(lines, at);
      blocks.push(block);
      at = next;
      blank = false;
      continue;
    }
    if (blank && INDENT.test(source.text) && source.text.trim() !== '') {
      const { block, next } = indented(lines, at);
      blocks.push(block);
      at = next;
      continue;
    }
    prose.push(source);
    blank = rest.trim() === '';
    at++;
  }
  return { blocks, prose };
}

/** Takes off up to `most` marks of block quotes. */
function unquoted(text: string, most: number): { readonly rest: string; readonly depth: number } {
  let from = 0;
  let depth = 0;
  for (; depth < most; depth++) {
    // Only the beginning: a line of nothing but marks would be copied once a mark.
    const mark = QUOTE.exec(text.slice(from, from + 5));
    if (mark === null) break;
    from += mark[0].length;
  }
  return { rest: text.slice(from), depth };
}

function fenced(
  lines: readonly SourceLine[],
  start: number,
  [, before = '', fence = '', info = '']: RegExpExecArray,
  depth: number,
): { readonly block: Block; readonly next: number } {
  const content: SourceLine[] = [];
  const tag = /^[{.\s]*(?:language-)?([^\s{},]*)/.exec(info)?.[1]?.toLowerCase() ?? '';
  const line = lines[start]?.line ?? 1;
  for (let at = start + 1; at < lines.length; at++) {
    const source = lines[at];
    if (source === undefined) break;
    const { rest, depth: found } = unquoted(source.text, depth);
    // A block quote ends what it holds.
    if (found < depth) return { block: { tag, lines: content, line, unclosed: false }, next: at };
    if (closes(rest, fence)) return { block: { tag, lines: content, line, unclosed: false }, next: at + 1 };
    content.push({ text: outdented(rest, before.length), line: source.line });
  }
  return { block: { tag, lines: content, line, unclosed: true }, next: lines.length };
}

function closes(text: string, fence: string): boolean {
  const found = text.trim();
  return found.length >= fence.length && found === fence.charAt(0).repeat(found.length);
}

/** Without the blanks that the opening fence has as well. */
function outdented(text: string, columns: number): string {
  let at = 0;
  while (at < columns && text.charAt(at) === ' ') at++;
  return text.slice(at);
}

/** Lines that are each a span of code, one below the other. */
function spans(lines: readonly SourceLine[], start: number): { readonly block: Block; readonly next: number } {
  const content: SourceLine[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const source = lines[at];
    const span = SPAN.exec(unquoted(source?.text ?? '', Number.POSITIVE_INFINITY).rest)?.[1];
    if (source === undefined || span === undefined) break;
    content.push({ text: span, line: source.line });
  }
  return { block: { tag: '', lines: content, line: lines[start]?.line ?? 1, unclosed: false }, next: at };
}

function indented(lines: readonly SourceLine[], start: number): { readonly block: Block; readonly next: number } {
  const content: SourceLine[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const source = lines[at];
    if (source === undefined || (source.text.trim() !== '' && !INDENT.test(source.text))) break;
    // Most likely a list, which may hold a fence this far to the right.
    if (OPENING.test(source.text)) break;
    content.push({ text: source.text.replace(INDENT, ''), line: source.line });
  }
  return { block: { tag: null, lines: content, line: lines[start]?.line ?? 1, unclosed: false }, next: at };
}
