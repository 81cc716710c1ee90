/**
 * Templates of PARSE, ARG and PULL: how they are written, and how they cut a string.
 *
 * z/OS TSO/E REXX Reference, "Parsing".
 */
import { Fault } from './faults.ts';
import { type Reference, referenceOf } from './expression.ts';
import type { TokenReader } from './token-reader.ts';

/** Where a section of the string ends. A reference is a variable in parentheses, which holds the value. */
export type Trigger =
  | { readonly kind: 'text'; readonly value: string | Reference }
  | { readonly kind: 'column'; readonly value: string | Reference }
  | { readonly kind: 'move'; readonly sign: 1 | -1; readonly value: string | Reference };

/** Targets that share a part of the string; null is the period that takes a word and keeps nothing. */
export interface Section {
  readonly targets: readonly (Reference | null)[];
  /** Null: to the end. */
  readonly until: Trigger | null;
}

export type Template = readonly Section[];

/** Reads templates with commas between them, up to the end of the clause. */
export function readTemplates(reader: TokenReader): readonly Template[] {
  const templates: Template[] = [];
  for (;;) {
    templates.push(readTemplate(reader));
    const token = reader.peek();
    if (token.kind !== ',') break;
    reader.next();
  }
  return templates;
}

function readTemplate(reader: TokenReader): Template {
  const sections: Section[] = [];
  let targets: (Reference | null)[] = [];
  for (;;) {
    const token = reader.peek();
    if (token.kind === 'end' || token.kind === ',') break;
    if (token.kind === 'symbol' && !/^\d/.test(token.text)) {
      reader.next();
      const reference = referenceOf(token.text);
      if (reference === null && token.text !== '.') throw new Fault(38, token.text, token.line);
      targets.push(reference);
    } else {
      sections.push({ targets, until: readTrigger(reader) });
      targets = [];
    }
  }
  return [...sections, { targets, until: null }];
}

function readTrigger(reader: TokenReader): Trigger {
  const token = reader.next();
  if (token.kind === 'string') return { kind: 'text', value: token.text };
  if (token.kind === 'symbol') return { kind: 'column', value: token.text };
  if (token.kind === '(') return { kind: 'text', value: inParentheses(reader, token.line) };
  if (token.kind !== 'operator' || !['=', '+', '-'].includes(token.text)) {
    throw new Fault(38, token.text, token.line);
  }
  const place = reader.next();
  let value: string | Reference;
  if (place.kind === '(') value = inParentheses(reader, place.line);
  else if (place.kind === 'symbol' && /^\d/.test(place.text)) value = place.text;
  else throw new Fault(38, place.text, place.line);
  return token.text === '=' ? { kind: 'column', value } : { kind: 'move', sign: token.text === '+' ? 1 : -1, value };
}

function inParentheses(reader: TokenReader, line: number): Reference {
  const token = reader.next();
  const reference = token.kind === 'symbol' ? referenceOf(token.text) : null;
  if (reference === null || reader.next().kind !== ')') throw new Fault(38, 'a pattern in parentheses', line);
  return reference;
}

/** A trigger with its value: what a variable in parentheses held when parsing came to it. */
export type Resolved =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'column'; readonly column: number }
  | { readonly kind: 'move'; readonly by: number };

/** How far a string has been parsed. */
export interface Place {
  /** Where the next section begins. */
  readonly next: number;
  /** Where the last trigger was found: what `+n` counts from. */
  readonly matched: number;
  /** The last trigger was a text: a move behind it takes that text along. */
  readonly afterText: boolean;
}

export const START: Place = { next: 0, matched: 0, afterText: false };

/** The part of `text` from `place` up to the trigger, and the place behind it. */
export function cut(
  text: string,
  place: Place,
  until: Resolved | null,
): { readonly part: string; readonly place: Place } {
  const { length } = text;
  if (until === null) return { part: text.slice(place.next), place: { ...START, next: length, matched: length } };
  if (until.kind === 'text') {
    const found = until.text === '' ? -1 : text.indexOf(until.text, place.next);
    if (found === -1)
      return { part: text.slice(place.next), place: { next: length, matched: length, afterText: false } };
    const next = found + until.text.length;
    return { part: text.slice(place.next, found), place: { next, matched: found, afterText: true } };
  }
  const wanted = until.kind === 'column' ? until.column - 1 : place.matched + until.by;
  const to = Math.min(Math.max(wanted, 0), length);
  const from = until.kind === 'move' && place.afterText ? place.matched : place.next;
  const part = to > from ? text.slice(from, to) : text.slice(from);
  return { part, place: { next: to, matched: to, afterText: false } };
}

/** A part given out to `count` targets: a word each, and to the last what is left. */
export function words(part: string, count: number): readonly string[] {
  const values: string[] = [];
  let at = 0;
  while (values.length < count - 1) {
    while (part.charAt(at) === ' ') at++;
    const blank = part.indexOf(' ', at);
    const end = blank === -1 ? part.length : blank;
    values.push(part.slice(at, end));
    at = Math.min(end + 1, part.length);
  }
  if (count > 0) values.push(part.slice(at));
  return values;
}
