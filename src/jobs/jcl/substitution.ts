/**
 * Symbols in a text: `&NAME`, with a period that ends the name and is not part of the text.
 *
 * z/OS MVS JCL Reference, "Rules for coding symbols in JCL". Two ampersands are none; substrings are for system
 * symbols only and are not read. What is put in is not looked at again.
 */

/** One to eight characters; a longer word is no symbol. */
const SYMBOL = /&&|&([A-Z@#$][A-Z0-9@#$]{0,7})(?![A-Z0-9@#$])(\.?)/gi;

/** Text for a symbol, or null to leave it as it stands. `quoted`: it stands between apostrophes. */
export type Resolve = (name: string, place: { readonly quoted: boolean; readonly at: number }) => string | null;

/** Replaces each symbol in `text` by what `resolve` says; names come in upper case. */
export function substitute(text: string, resolve: Resolve): string {
  if (!text.includes('&')) return text;
  let quoted = false;
  let looked = 0;
  return text.replace(SYMBOL, (whole: string, name: string | undefined, _period: string, at: number) => {
    for (; looked < at; looked++) if (text.charCodeAt(looked) === APOSTROPHE) quoted = !quoted;
    return name === undefined ? whole : (resolve(name.toUpperCase(), { quoted, at }) ?? whole);
  });
}

const APOSTROPHE = 0x27;

/** Names of the symbols in `text`, as written and in upper case, in order. */
export function symbolsIn(
  text: string,
): readonly { readonly name: string; readonly text: string; readonly at: number }[] {
  if (!text.includes('&')) return [];
  const found = [];
  for (const { 0: whole, 1: name, index } of text.matchAll(SYMBOL)) {
    if (name !== undefined) found.push({ name: name.toUpperCase(), text: whole.replace(/\.$/, ''), at: index });
  }
  return found;
}

/** True for `NAME=&NAME`: a template that RACF fills in (criteria of MAP), no symbol of the job. */
export function isTemplate(text: string, at: number, name: string): boolean {
  return text.slice(Math.max(0, at - name.length - 1), at).toUpperCase() === `${name}=`;
}
