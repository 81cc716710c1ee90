/**
 * The characters that must not reach a screen as they are, in one place, and what is shown instead.
 *
 * Control characters move a cursor or clear a screen, bidirectional ones show a name as another, and those without
 * any look make two different names alike (Unicode Technical Report 36, "Unicode Security Considerations"). The
 * class is Unicode's own: controls, separators of lines and paragraphs, unpaired surrogates, interlinear marks, and
 * whatever is ignored in display (Default_Ignorable_Code_Point: zero-width, direction, soft hyphen, byte order
 * mark, variation selectors, tags). A backslash is left alone: it is harmless, and common in names.
 */

const UNSEEN = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb`;

/** The class as an expression, made when first needed: it is large, and most text never meets it. */
function lazily(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}

const anyUnseen = lazily(`[${UNSEEN}]`, 'u');
const eachUnseen = lazily(`[${UNSEEN}]`, 'gu');
const eachUnseenInLines = lazily(`(?![\\t\\n])[${UNSEEN}]`, 'gu');

/** Most text by far. */
const PLAIN = /^[ -~]*$/;
const PLAIN_LINES = /^[ -~\t\n]*$/;

/** True when a screen shows `text` as it is: one line, nothing in it that hides or steers. */
export function isPrintable(text: string): boolean {
  return PLAIN.test(text) || !anyUnseen().test(text);
}

/** A `?` for each such character: for listings, whose columns other programs read. */
export function masked(text: string): string {
  return PLAIN.test(text) ? text : text.replace(eachUnseen(), '?');
}

/** Without them: for a name that is to be kept, not shown. */
export function stripped(text: string): string {
  return PLAIN.test(text) ? text : text.replace(eachUnseen(), '');
}

/** `\u{1b}` for each such character: where the reader should learn what stands there. */
export function escaped(text: string): string {
  return PLAIN.test(text) ? text : text.replace(eachUnseen(), escapeOf);
}

/** The same for a text of several lines: tabs and line feeds stay. */
export function escapedLines(text: string): string {
  return PLAIN_LINES.test(text) ? text : text.replace(eachUnseenInLines(), escapeOf);
}

/** JSON text with such characters as JSON's own escapes, so that it reads back unchanged. */
export function escapedJson(json: string): string {
  return PLAIN_LINES.test(json) ? json : json.replace(eachUnseenInLines(), jsonEscapeOf);
}

function escapeOf(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

function jsonEscapeOf(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
