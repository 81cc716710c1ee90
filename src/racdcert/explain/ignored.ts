/** Keywords that a command holds and its function does not look at: RACF ignores them without a word. */
import type { RacdcertFunction } from '../function.ts';
import { FUNCTIONS } from '../functions/index.ts';
import { alternativesTo, isOwnerWord } from '../keywords.ts';

export interface IgnoredKeyword {
  readonly name: string;
  readonly why: string;
}

/** `keywords` as written, repetitions included. */
export function ignoredKeywords(called: RacdcertFunction, keywords: readonly string[]): readonly IgnoredKeyword[] {
  const belonging: readonly string[] = called.operands;
  return [...new Set(keywords)].flatMap((word) => {
    const why = whyIgnored(word, called, belonging, keywords);
    return why === null ? [] : [{ name: word, why }];
  });
}

function whyIgnored(
  word: string,
  { name, owner }: RacdcertFunction,
  belonging: readonly string[],
  keywords: readonly string[],
): string | null {
  if (word === name) return null;
  if (FUNCTIONS.some((each) => each.name === word)) return `only the last function counts, ${name}`;
  if (isOwnerWord(word)) {
    if (owner === 'none') return `${name} works on nothing that has an owner`;
    const last = keywords.findLast(isOwnerWord);
    return last === word ? null : `${last}, written later, counts`;
  }
  if (!belonging.includes(word)) {
    const others = FUNCTIONS.filter((each) => (each.operands as readonly string[]).includes(word));
    return `belongs to ${others.map((each) => each.name).join(', ')}`;
  }
  const alternatives = alternativesTo(word);
  const last = keywords.findLast((other) => belonging.includes(other) && alternatives.includes(other));
  return last === word || last === undefined ? null : `${last}, written later, counts`;
}
