/**
 * Text from outside made safe for a screen: control and direction-changing characters become visible.
 *
 * A label or a subject name must not move the cursor or recolour the terminal of the person who reads it.
 */

const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const EACH_UNSAFE = new RegExp(UNSAFE, 'g');

/** Leaves tabs and line feeds; writes other control characters as `\x1b` or `\u202e`. */
export function visible(text: string): string {
  if (!UNSAFE.test(text)) return text;
  return text.replace(EACH_UNSAFE, (character) => {
    const hex = character.charCodeAt(0).toString(16);
    return hex.length <= 2 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`;
  });
}

/** JSON for a screen or a file: the same characters as JSON escapes, so that it reads back unchanged. */
export function visibleJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return text.replace(EACH_UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
