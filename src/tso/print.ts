/** Operands as text again: what the parser reads back to the same tree. */
import type { TreeOperand } from './operand.ts';

/** In quotes, inner quotes doubled. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export function printOperand(operand: TreeOperand): string {
  const word = operand.quoted ? quote(operand.text) : operand.text;
  return operand.sub === null ? word : `${word}(${operand.sub.map(printOperand).join(' ')})`;
}
