/** How a function is written, from its declaration: `REKEY[([LABEL(label)])] [ID(user ID)|CERTAUTH|SITE] [SIZE(key size)]`. */
import type { Operand } from '../../tso/operand.ts';
import type { OwnerKind, RacdcertFunction } from '../function.ts';
import { OPERANDS } from '../operands.ts';

const OWNERS: Readonly<Record<OwnerKind, readonly string[]>> = {
  certificate: ['[ID(user ID)|CERTAUTH|SITE]'],
  ring: ['[ID(user ID)]'],
  mapping: ['[ID(user ID)|MULTIID]'],
  none: [],
};

/** One word group an entry, to be joined by blanks. Which keywords must be there is not part of a declaration. */
export function synopsisOf({ name, value, owner, operands }: RacdcertFunction): readonly string[] {
  return [
    `RACDCERT ${written(name, value)}`,
    ...OWNERS[owner],
    ...operands.map((keyword) => `[${written(keyword, OPERANDS[keyword])}]`),
  ];
}

/** A keyword with what its parentheses take. */
export function written(keyword: string, operand: Operand<unknown>): string {
  switch (operand.takes) {
    case 'nothing':
      return keyword;
    case 'value':
      return `${keyword}(${inside(operand)})`;
    case 'optional':
      return `${keyword}[(${inside(operand)})]`;
  }
}

function inside({ keywords, words, what }: Operand<unknown>): string {
  if (words !== undefined) return words.join('|');
  if (keywords === undefined) return what;
  return Object.entries(keywords)
    .map(([keyword, operand]) => `[${written(keyword, operand)}]`)
    .join(' ');
}
