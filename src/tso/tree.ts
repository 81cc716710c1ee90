/** A command as a tree: its name, and operands with what stands in their parentheses. */
import type { Message } from '../core/message.ts';
import { problem } from './problem.ts';
import type { Problem, TreeOperand } from './operand.ts';

export interface CommandTree {
  readonly kind: 'command';
  /** In upper case. */
  readonly command: string;
  readonly operands: readonly TreeOperand[];
  /** TSO's remarks that do not stop the command (IKJ56716I), printed before the command's own messages. */
  readonly notes: readonly Message[];
}

export function parseCommand(text: string): CommandTree | Problem {
  return problem(text.length, 'RNGT909I', {});
}
