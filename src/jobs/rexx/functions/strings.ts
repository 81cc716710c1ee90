/** Functions on strings. z/OS TSO/E REXX Reference, "Built-in functions". */
import { bytesOf, textOf, upper } from '../characters.ts';
import { Stop } from '../faults.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { Exec } from '../exec.ts';
import type { Arguments } from './arguments.ts';
import { type BuiltIns, of } from './built-in.ts';

export const STRINGS: BuiltIns = {
  ABBREV: of(2, 3, (v) => {
    const [information, abbreviation] = [v.text(0), v.text(1)];
    return bit(abbreviation.length >= v.whole(2, 0, abbreviation.length) && information.startsWith(abbreviation));
  }),
  CENTER: of(2, 3, centre),
  CENTRE: of(2, 3, centre),
  COMPARE: of(2, 3, (v) => {
    const length = Math.max(v.text(0).length, v.text(1).length);
    const [a, b] = [v.text(0).padEnd(length, v.pad(2)), v.text(1).padEnd(length, v.pad(2))];
    for (let at = 0; at < length; at++) if (a[at] !== b[at]) return String(at + 1);
    return '0';
  }),
  COPIES: of(2, 2, (v) => repeated(v.text(0), v.whole(1, 0))),
  DELSTR: of(2, 3, (v) => {
    const [text, at] = [v.text(0), v.whole(1, 1) - 1];
    return text.slice(0, at) + text.slice(at + v.whole(2, 0, text.length));
  }),
  INSERT: of(2, 5, (v) => {
    const [added, target, after] = [v.text(0), v.text(1), v.whole(2, 0, 0)];
    const length = v.whole(3, 0, added.length);
    return filled(target.slice(0, after), after, v.pad(4)) + filled(added, length, v.pad(4)) + target.slice(after);
  }),
  LASTPOS: of(2, 3, (v, exec) => {
    const [needle, text] = [v.text(0), v.text(1)];
    exec.spendSearch(needle.length, text.length);
    const end = Math.min(v.whole(2, 1, text.length === 0 ? 1 : text.length), text.length);
    return String(needle === '' ? 0 : text.slice(0, end).lastIndexOf(needle) + 1);
  }),
  LEFT: of(2, 3, (v) => filled(v.text(0), v.whole(1, 0), v.pad(2))),
  LENGTH: of(1, 1, (v) => String(v.text(0).length)),
  OVERLAY: of(2, 5, (v) => {
    const [added, target, at] = [v.text(0), v.text(1), v.whole(2, 1, 1) - 1];
    const length = v.whole(3, 0, added.length);
    return filled(target.slice(0, at), at, v.pad(4)) + filled(added, length, v.pad(4)) + target.slice(at + length);
  }),
  POS: of(2, 3, (v, exec) => position(exec, v.text(0), v.text(1), v.whole(2, 1, 1))),
  INDEX: of(2, 3, (v, exec) => position(exec, v.text(1), v.text(0), v.whole(2, 1, 1))),
  REVERSE: of(1, 1, (v) => v.text(0).split('').reverse().join('')),
  RIGHT: of(2, 3, (v) => {
    const [text, length, pad] = [v.text(0), v.whole(1, 0), v.pad(2)];
    return repeated(pad, Math.max(0, length - text.length)) + text.slice(Math.max(0, text.length - length));
  }),
  STRIP: of(1, 3, (v) => {
    const [text, side, character] = [v.text(0), v.option(1, 'BLT'), v.pad(2)];
    let from = 0;
    let to = text.length;
    if (side !== 'T') while (from < to && text[from] === character) from++;
    if (side !== 'L') while (to > from && text[to - 1] === character) to--;
    return text.slice(from, to);
  }),
  SUBSTR: of(2, 4, (v) => {
    const [text, at] = [v.text(0), v.whole(1, 1) - 1];
    return filled(text.slice(at), v.whole(2, 0, Math.max(0, text.length - at)), v.pad(3));
  }),
  TRANSLATE: of(1, 4, translate),
  VERIFY: of(2, 4, (v) => {
    const [text, match, start] = [v.text(0), v.option(2, 'NM') === 'M', v.whole(3, 1, 1)];
    const known = new Set(v.text(1));
    for (let at = start - 1; at < text.length; at++) if (known.has(text.charAt(at)) === match) return String(at + 1);
    return '0';
  }),
  XRANGE: of(0, 2, (v) => {
    const [from = 0] = v.has(0) ? bytesOf(v.pad(0)) : [0];
    const [to = 255] = v.has(1) ? bytesOf(v.pad(1)) : [255];
    const count = ((to - from + 256) % 256) + 1;
    return textOf(Uint8Array.from({ length: count }, (_, index) => (from + index) % 256));
  }),
};

export function bit(value: boolean): string {
  return value ? '1' : '0';
}

/** Refused before it is made. */
export function repeated(text: string, count: number): string {
  if (text.length * count > LIMITS.rexx.string)
    throw new Stop(`a string is longer than ${LIMITS.rexx.string} characters`);
  return text.repeat(count);
}

/** Cut or filled up to `length`. */
function filled(text: string, length: number, pad: string): string {
  return text.slice(0, length) + repeated(pad, Math.max(0, length - text.length));
}

function position(exec: Exec, needle: string, text: string, start: number): string {
  exec.spendSearch(needle.length, text.length);
  return String(needle === '' ? 0 : text.indexOf(needle, start - 1) + 1);
}

function centre(v: Arguments): string {
  const [text, length, pad] = [v.text(0), v.whole(1, 0), v.pad(2)];
  const extra = length - text.length;
  if (extra < 0) {
    const from = Math.floor(-extra / 2);
    return text.slice(from, from + length);
  }
  const left = Math.floor(extra / 2);
  return repeated(pad, left) + text + repeated(pad, extra - left);
}

/** With no table at all to upper case. */
function translate(v: Arguments): string {
  const text = v.text(0);
  if (v.values.length === 1) return upper(text);
  const pad = v.pad(3);
  const input = v.has(2) ? v.text(2) : null;
  const output = v.text(1, input === null ? everyCharacter() : '');
  const table = new Map<string, string>();
  for (const [index, character] of [...(input ?? everyCharacter())].entries()) {
    if (!table.has(character)) table.set(character, output.charAt(index) || pad);
  }
  let result = '';
  for (const character of text) result += table.get(character) ?? character;
  return result;
}

function everyCharacter(): string {
  return textOf(Uint8Array.from({ length: 256 }, (_, byte) => byte));
}
