/**
 * Characters that look like what was meant and are not: what web pages and word processors make of quotes,
 * blanks and hyphens.
 */

export interface Lookalike {
  readonly name: string;
  /** What to type in its place, for a message. */
  readonly instead: string;
}

const QUOTE = "an apostrophe (')";
const BLANK = 'a blank';
const HYPHEN = 'a hyphen (-)';

const LOOKALIKES: ReadonlyMap<number, Lookalike> = new Map([
  [0x00a0, { name: 'NO-BREAK SPACE', instead: BLANK }],
  [0x00ad, { name: 'SOFT HYPHEN', instead: HYPHEN }],
  [0x00b4, { name: 'ACUTE ACCENT', instead: QUOTE }],
  [0x2007, { name: 'FIGURE SPACE', instead: BLANK }],
  [0x2009, { name: 'THIN SPACE', instead: BLANK }],
  [0x200b, { name: 'ZERO WIDTH SPACE', instead: BLANK }],
  [0x2010, { name: 'HYPHEN', instead: HYPHEN }],
  [0x2011, { name: 'NON-BREAKING HYPHEN', instead: HYPHEN }],
  [0x2013, { name: 'EN DASH', instead: HYPHEN }],
  [0x2014, { name: 'EM DASH', instead: HYPHEN }],
  [0x2018, { name: 'LEFT SINGLE QUOTATION MARK', instead: QUOTE }],
  [0x2019, { name: 'RIGHT SINGLE QUOTATION MARK', instead: QUOTE }],
  [0x201a, { name: 'SINGLE LOW-9 QUOTATION MARK', instead: QUOTE }],
  [0x201b, { name: 'SINGLE HIGH-REVERSED-9 QUOTATION MARK', instead: QUOTE }],
  [0x201c, { name: 'LEFT DOUBLE QUOTATION MARK', instead: QUOTE }],
  [0x201d, { name: 'RIGHT DOUBLE QUOTATION MARK', instead: QUOTE }],
  [0x201e, { name: 'DOUBLE LOW-9 QUOTATION MARK', instead: QUOTE }],
  [0x2032, { name: 'PRIME', instead: QUOTE }],
  [0x202f, { name: 'NARROW NO-BREAK SPACE', instead: BLANK }],
  [0x2212, { name: 'MINUS SIGN', instead: HYPHEN }],
  [0x3000, { name: 'IDEOGRAPHIC SPACE', instead: BLANK }],
  [0xfffd, { name: 'not of UTF-8', instead: 'what was meant, in UTF-8,' }],
  [0xfeff, { name: 'ZERO WIDTH NO-BREAK SPACE', instead: BLANK }],
]);

const CONTROL: Lookalike = { name: 'a control character', instead: BLANK };

/** What is wrong with a character outside quotes; null when nothing is. */
export function lookalike(code: number): Lookalike | null {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return CONTROL;
  return code < 0x7f ? null : (LOOKALIKES.get(code) ?? null);
}

/** True for one that stands where a quote was meant. */
export function isQuoteLookalike(code: number): boolean {
  return LOOKALIKES.get(code)?.instead === QUOTE;
}

/** `U+2019`. */
export function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
