/**
 * Makes names from certificates, labels and files fit for a terminal.
 *
 * Control characters could move the cursor or clear the screen, and the bidirectional ones could show a name
 * as another (Unicode Technical Report 36, "Unicode Security Considerations"); they appear as `\u{..}` instead.
 * A backslash is left alone: it is harmless, and common in names.
 */

// C0, DEL and C1; soft hyphen; Arabic letter mark; zero-width and direction marks; separators; embeddings,
// overrides and isolates; invisible operators; byte order mark; interlinear; tags; lone surrogates.
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Surrogate}]/gu;

export function printable(text: string): string {
  return text.replace(HIDDEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** True when a screen shows `text` as it is: a command that holds it can be copied from there. */
export function isPlain(text: string): boolean {
  return printable(text) === text;
}
