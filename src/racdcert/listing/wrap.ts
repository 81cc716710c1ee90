/**
 * Long values in listings: `>` in column 8, at most 69 characters, `<`; the rest on lines of the same form.
 *
 * The text is cut blindly; an empty value shows as `><`. Programs join the pieces again.
 */
import { masked } from '../../core/printable.ts';

const WIDTH = 69;
const INDENT = ' '.repeat(7);

export function wrapped(text: string): readonly string[] {
  const characters = Array.from(masked(text));
  const lines: string[] = [];
  for (let at = 0; at === 0 || at < characters.length; at += WIDTH) {
    lines.push(`${INDENT}>${characters.slice(at, at + WIDTH).join('')}<`);
  }
  return lines;
}
