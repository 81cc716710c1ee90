/** Loops while they run: counting and testing. z/OS TSO/E REXX Reference, "DO". */
import { calculate } from './arithmetic.ts';
import { holds } from './comparison.ts';
import type { Loop, Step } from './code.ts';
import { evaluate, type Ground, test } from './evaluate.ts';
import type { Run } from './exec.ts';
import { Fault } from './faults.ts';
import { numberOf, wholeOf } from './number.ts';
import { read, write } from './references.ts';

/** A loop that has begun and not ended. */
export interface Turning {
  readonly loop: Loop;
  /** Step of its test before each turn, of its END, and behind it. */
  readonly again: number;
  readonly next: number;
  readonly exit: number;
  readonly to: string | null;
  readonly by: string;
  /** Turns left; null when they are not counted. */
  left: number | null;
}

/** Evaluates the head and gives the control variable its first value. */
export function* begin(ground: Ground, step: Extract<Step, { kind: 'loop' }>, at: number): Run<Turning> {
  const { exec, frame } = ground;
  const { loop } = step;
  const from = loop.from === null ? null : calculate('+', '0', yield* evaluate(ground, loop.from), frame.digits);
  let to: string | null = null;
  let by = '1';
  let left: number | null = null;
  for (const { word, value } of loop.limits) {
    const text = yield* evaluate(ground, value);
    if (word === 'FOR') left = count(text, frame.digits);
    else if (word === 'TO') to = calculate('+', '0', text, frame.digits);
    else by = calculate('+', '0', text, frame.digits);
  }
  if (loop.times !== null) left = count(yield* evaluate(ground, loop.times), frame.digits);
  if (loop.control !== null && from !== null) write(exec, frame, loop.control, from);
  return { loop, again: at + 1, next: step.next, exit: step.exit, to, by, left };
}

function count(text: string, digits: number): number {
  const whole = wholeOf(text, digits);
  if (whole === null || whole < 0) throw new Fault(26, 'how often a loop is to run');
  return whole;
}

/** Whether there is another turn. */
export function* goesOn(ground: Ground, turning: Turning): Run<boolean> {
  const { exec, frame } = ground;
  const { loop, to, by } = turning;
  if (loop.control !== null && to !== null) {
    const beyond = numberOf(by)?.sign === -1 ? '<' : '>';
    const value = read(exec, frame, loop.control);
    if (numberOf(value) === null) throw new Fault(41, 'the control variable is not a number');
    if (holds(beyond, value, to, frame.digits)) return false;
  }
  if (turning.left !== null) {
    if (turning.left <= 0) return false;
    turning.left--;
  }
  return loop.while === null || (yield* test(ground, loop.while));
}

/** The end of a turn: true when UNTIL ends the loop. */
export function* endsTurn(ground: Ground, { loop, by }: Turning): Run<boolean> {
  const { exec, frame } = ground;
  if (loop.until !== null && (yield* test(ground, loop.until))) return true;
  if (loop.control !== null) {
    write(exec, frame, loop.control, calculate('+', read(exec, frame, loop.control), by, frame.digits));
  }
  return false;
}
