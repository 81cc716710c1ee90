/**
 * Text from outside made safe for a screen: the last gate before the output.
 *
 * A label or a subject name must not move the cursor or recolour the terminal of the person who reads it.
 */
import { escapedJson, escapedLines } from '../core/printable.ts';

/** Leaves tabs and line feeds; writes what a screen would obey or hide as `\u{1b}`. */
export function visible(text: string): string {
  return escapedLines(text);
}

/** JSON for a screen or a file: the same characters as JSON escapes, so that it reads back unchanged. */
export function visibleJson(value: unknown): string {
  return escapedJson(JSON.stringify(value, null, 2));
}
