/**
 * How a step of a function says no, and how the return code follows from what is said.
 *
 * A step gives its result or a Refusal: one message. The function then ends with it and changes nothing.
 */
import type { Message } from '../core/message.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { invalid } from '../tso/problem.ts';
import { highestCode } from '../tso/render.ts';
import { CATALOGUE } from './catalogue.ts';

export interface Refusal {
  readonly kind: 'refusal';
  readonly message: Message;
  /** For standard error: what an operator may want to know besides. */
  readonly remarks: readonly Message[];
}

export function refuse(message: Message, ...remarks: readonly Message[]): Refusal {
  return { kind: 'refusal', message, remarks };
}

/** `IKJ56702I INVALID COUNTRY, USA`: for what the operand's own declaration cannot see. */
export function refuseValue(what: string, value: string): Refusal {
  return refuse(invalid(0, what, value).message);
}

export function isRefusal<T>(result: T | Refusal): result is Refusal {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === 'refusal';
}

/** The outcome of a function that ends with a refusal. */
export function refused(refusal: Refusal): Outcome {
  return concluded([refusal.message], { remarks: refusal.remarks });
}

/** An outcome whose return code is the highest that its messages carry. */
export function concluded(messages: readonly Message[], parts: Partial<Outcome>): Outcome {
  return outcome({ ...parts, messages, returnCode: highestCode(messages, CATALOGUE) });
}
