/**
 * Long values in listings: `>` in column 8, at most 69 characters, `<`; the rest on lines of the same form.
 *
 * The text is cut blindly; an empty value shows as `><`. Programs join the pieces again.
 */
import { isPrintable } from '../../core/names.ts';

const WIDTH = 69;
const INDENT = ' '.repeat(7);

export function wrapped(text: string): readonly string[] {
  const characters = Array.from(printable(text));
  const lines: string[] = [];
  for (let at = 0; at === 0 || at < characters.length; at += WIDTH) {
    lines.push(`${INDENT}>${characters.slice(at, at + WIDTH).join('')}<`);
  }
  return lines;
}

/** Text of others' certificates must not break the lines of a listing, nor steer the terminal. */
export function printable(text: string): string {
  return isPrintable(text)
    ? text
    : Array.from(text, (character) => (isPrintable(character) ? character : '?')).join('');
}
