/** Problems: how the parser and the operands refuse something. */
import { masked } from '../core/printable.ts';
import type { Problem } from './operand.ts';
import type { TsoMessageId } from './messages.ts';

/** As much of a value as a message repeats. */
const SHOWN_LENGTH = 80;

export function problem(
  at: number,
  id: TsoMessageId,
  inserts: Readonly<Record<string, string>>,
  suggestion: string | null = null,
): Problem {
  return { kind: 'problem', message: { id, inserts }, at, suggestion };
}

/** Typed text made fit for a message: of bounded length, and nothing in it that steers a terminal. */
export function shown(text: string): string {
  const safe = masked(text);
  return safe.length > SHOWN_LENGTH ? `${safe.slice(0, SHOWN_LENGTH)}...` : safe;
}

/** `IKJ56701I MISSING LABEL`. */
export function missing(at: number, what: string): Problem {
  return problem(at, 'IKJ56701I', { what: what.toUpperCase() });
}

/** `IKJ56702I INVALID LABEL, value`; without the value when it is a secret (null). */
export function invalid(at: number, what: string, value: string | null): Problem {
  const data = value === null ? what.toUpperCase() : `${what.toUpperCase()}, ${shown(value)}`;
  return problem(at, 'IKJ56702I', { data });
}

/** A parenthesis where no keyword stands before it. */
export function nameless(at: number): Problem {
  return problem(at, 'RNGT904I', { column: String(at + 1) });
}
