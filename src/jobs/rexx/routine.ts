/**
 * A routine: the exec itself, or what CALL and functions run.
 *
 * z/OS TSO/E REXX Reference, "CALL", "PROCEDURE" and "Conditions and condition traps".
 */
import type { Exec, Frame, Invoke, Run } from './exec.ts';
import { Ended, Fault, Raised } from './faults.ts';
import { callBuiltIn } from './functions/index.ts';
import { type Next, signal, take } from './steps.ts';
import type { Turning } from './turns.ts';

/** How many levels of depth a routine takes. */
const LEVELS = 5;

/** Runs from step `start` until RETURN; gives what that returns. The end of the exec is an EXIT. */
export function* routine(exec: Exec, frame: Frame, start: number): Run<string | undefined> {
  const { steps, lines } = exec.code;
  const invoke: Invoke = (caller, call, values) => invoked(exec, caller, call, values);
  const ground = { exec, frame, invoke };
  const turning: Turning[] = [];
  const level = exec.level;
  for (let at = start; ; ) {
    const step = steps[at];
    if (step === undefined) throw new Ended(0);
    exec.line = lines[at] ?? exec.line;
    exec.spend(1);
    let next: Next;
    try {
      next = yield* take(ground, turning, step, at);
    } catch (error) {
      exec.back(level);
      next = yield* trapped(exec, frame, turning, error, at);
    }
    frame.fresh = false;
    if (typeof next === 'object') return next.result;
    at = next;
  }
}

const invoked = function* (
  exec: Exec,
  caller: Frame,
  { name, bypass, how }: Parameters<Invoke>[1],
  values: readonly (string | undefined)[],
): Run<string | undefined> {
  const start = bypass ? undefined : exec.code.labels.get(name);
  if (start === undefined) return yield* callBuiltIn(exec, caller, name, values);
  return yield* inner(exec, caller, how, start, values);
};

/** Settings of the caller hold in the routine, and what it changes ends with it. */
function* inner(
  exec: Exec,
  caller: Frame,
  how: Frame['how'],
  start: number,
  values: readonly (string | undefined)[],
): Run<string | undefined> {
  const { line } = exec;
  exec.enter(LEVELS);
  caller.variables.set('SIGL', String(line));
  const frame: Frame = { ...caller, how, values, traps: new Map(caller.traps), fresh: true };
  try {
    const result = yield* routine(exec, frame, start);
    exec.leave(LEVELS);
    exec.line = line;
    return result;
  } finally {
    if (frame.variables !== caller.variables) frame.variables.release();
  }
}

/** Where a trapped condition leads; throws what is not trapped. */
function* trapped(exec: Exec, frame: Frame, turning: Turning[], error: unknown, at: number): Run<Next> {
  const condition = error instanceof Raised ? error.condition : error instanceof Fault ? 'SYNTAX' : null;
  const trap = condition === null ? undefined : frame.traps.get(condition);
  if (condition === null || trap === undefined) throw error;
  const description = error instanceof Raised ? error.description : '';
  frame.trapped = { condition, by: trap.by, description };
  if (error instanceof Fault) frame.variables.set('RC', String(error.number));
  if (trap.by === 'SIGNAL') {
    frame.traps.delete(condition);
    return signal(exec, frame, turning, trap.label);
  }
  const start = exec.code.labels.get(trap.label);
  if (start === undefined) throw new Fault(16, trap.label);
  yield* inner(exec, frame, 'SUBROUTINE', start, []);
  return at + 1;
}
