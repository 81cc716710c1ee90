/**
 * The one keyword list of RACDCERT, and which of its words mean alternatives: of those the last one written counts.
 *
 * RACF Command Language Reference, "RACDCERT (Manage RACF digital certificates)".
 */
import type { Operand, OperandTable } from '../tso/operand.ts';
import { FUNCTIONS } from './functions/index.ts';
import { OPERANDS } from './operands.ts';

/** Functions, and the operands of all of them: an abbreviation must be unique among both. */
export const KEYWORDS: OperandTable = {
  ...Object.fromEntries(FUNCTIONS.map((each): [string, Operand<unknown>] => [each.name, each.value])),
  ...OPERANDS,
};

/** Operands of which only the last one written counts. */
const ALTERNATIVES: readonly (readonly string[])[] = [
  ['TRUST', 'NOTRUST', 'HIGHTRUST'],
  ['RSA', 'NISTECC', 'BPECC', 'DSA', 'PKDS', 'ICSF', 'PCICC', 'FROMICSF'],
];

/** The operands among which `word` is a choice, itself included. */
export function alternativesTo(word: string): readonly string[] {
  return ALTERNATIVES.find((each) => each.includes(word)) ?? [word];
}

export type OwnerWord = 'ID' | 'CERTAUTH' | 'SITE' | 'MULTIID';

export function isOwnerWord(word: string): word is OwnerWord {
  return word === 'ID' || word === 'CERTAUTH' || word === 'SITE' || word === 'MULTIID';
}
