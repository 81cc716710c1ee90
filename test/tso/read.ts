/** Short ways to put one operand to the test. */
import { expect } from 'vitest';
import { fillSlots } from '../../src/core/message.ts';
import { TSO_MESSAGES, type TsoMessageId } from '../../src/tso/messages.ts';
import { parseCommand, type CommandTree } from '../../src/tso/tree.ts';
import type { Operand, Problem } from '../../src/tso/operand.ts';

export function tree(text: string): CommandTree {
  const parsed = parseCommand(text);
  if (parsed.kind === 'problem') throw new Error(said(parsed));
  return parsed;
}

/** The message as it would be printed. */
export function said({ message }: Problem): string {
  return `${message.id} ${fillSlots(TSO_MESSAGES[message.id as TsoMessageId].text, message.inserts)}`;
}

/** The value of `K<written>`, or the message that refuses it. */
export function read<T>(operand: Operand<T>, written: string, prefix = 'ELM'): T | string {
  const [node] = tree(`C K${written}`).operands;
  if (node === undefined) throw new Error('no operand');
  const bound = operand.bind(node, { prefix });
  return bound.kind === 'problem' ? said(bound) : bound.value;
}

/** The problem of a command that must not parse. */
export function refusal(text: string): string {
  const parsed = parseCommand(text);
  expect(parsed.kind).toBe('problem');
  return parsed.kind === 'problem' ? said(parsed) : '';
}
