/** A keyword whose parentheses may be left out or empty: `LIST`, `LIST()`, `LIST(LABEL('x'))`. */
import { value } from './single.ts';
import type { Operand } from '../operand.ts';

/** `of`, or null without parentheses or with nothing in them. */
export function optional<T>(of: Operand<T>): Operand<T | null> {
  return {
    what: of.what,
    takes: 'optional',
    ...(of.keywords && { keywords: of.keywords }),
    ...(of.words && { words: of.words }),
    bind: (node, binding) => (node.sub === null || node.sub.length === 0 ? value(null) : of.bind(node, binding)),
  };
}
