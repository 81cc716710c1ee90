/** What each step does, and which one comes next. z/OS TSO/E REXX Reference, "Keyword instructions". */
import { unreachable } from '../../core/errors.ts';
import { LIMITS } from '../../core/limits.ts';
import { upper } from './characters.ts';
import type { Step } from './code.ts';
import { runCommand } from './commands.ts';
import { evaluate, evaluateAll, type Ground, test } from './evaluate.ts';
import type { Exec, Frame, Run } from './exec.ts';
import type { Expression } from './expression.ts';
import { Ended, Fault, Stop } from './faults.ts';
import { wholeOf } from './number.ts';
import { parse } from './parsing.ts';
import { dropAll, named, read, shareAll, write } from './references.ts';
import { begin, endsTurn, goesOn, type Turning } from './turns.ts';
import { Variables } from './variables.ts';

/** Where to go on: the index of a step, or what the routine gives back. */
export type Next = number | { readonly result: string | undefined };

/** Does one step; `turning` are the loops of this routine that have begun, the innermost last. */
export function* take(ground: Ground, turning: Turning[], step: Step, at: number): Run<Next> {
  const { exec, frame } = ground;
  switch (step.kind) {
    case 'assign':
      write(exec, frame, step.target, yield* textFor(ground, step.value));
      return at + 1;
    case 'command':
      yield* runCommand(exec, frame, step.environment ?? frame.environment, yield* evaluate(ground, step.value));
      return at + 1;
    case 'address':
      changeEnvironment(
        frame,
        step.environment instanceof Object ? yield* evaluate(ground, step.environment) : step.environment,
      );
      return at + 1;
    case 'say': {
      const text = yield* textFor(ground, step.value);
      exec.spendOutput(text.length);
      yield { kind: 'output', stream: 'out', text: `${text}\n` };
      return at + 1;
    }
    case 'jump':
      return step.to;
    case 'branch':
      return (yield* test(ground, step.condition)) ? at + 1 : step.to;
    case 'loop':
      turning.push(yield* begin(ground, step, at));
      return at + 1;
    case 'turn': {
      const current = turnAt(turning, 'again', at);
      if (yield* goesOn(ground, current)) return at + 1;
      turning.pop();
      return current.exit;
    }
    case 'repeat': {
      const current = turnAt(turning, 'next', at);
      if (!(yield* endsTurn(ground, current))) return step.again;
      turning.pop();
      return current.exit;
    }
    case 'leave':
    case 'iterate': {
      const current = unwound(turning, step.name);
      if (step.kind === 'iterate') return current.next;
      turning.pop();
      return current.exit;
    }
    case 'call': {
      const values = yield* evaluateAll(ground, step.values);
      const result = yield* ground.invoke(frame, { name: step.name, bypass: step.bypass, how: 'SUBROUTINE' }, values);
      if (result === undefined) frame.variables.drop('RESULT');
      else frame.variables.set('RESULT', result);
      return at + 1;
    }
    case 'return':
      if (frame.how === 'COMMAND') throw new Ended(yield* exitCode(ground, step.value));
      return { result: step.value === null ? undefined : yield* evaluate(ground, step.value) };
    case 'exit':
      throw new Ended(yield* exitCode(ground, step.value));
    case 'procedure': {
      if (!frame.fresh) throw new Fault(17);
      const inner = new Variables(exec.storage);
      shareAll(exec, frame, inner, step.expose);
      frame.variables = inner;
      return at + 1;
    }
    case 'parse':
      yield* parse(ground, step);
      return at + 1;
    case 'drop':
      dropAll(exec, frame, step.names);
      return at + 1;
    case 'upper':
      for (const each of named(exec, frame, step.names)) write(exec, frame, each, upper(read(exec, frame, each)));
      return at + 1;
    case 'digits':
      frame.digits = digitsOf(step.value === null ? '9' : yield* evaluate(ground, step.value), frame);
      return at + 1;
    case 'stack':
      exec.stack.add(yield* textFor(ground, step.value), step.first);
      return at + 1;
    case 'signal':
      return signal(
        exec,
        frame,
        turning,
        typeof step.label === 'string' ? step.label : yield* evaluate(ground, step.label),
      );
    case 'trap':
      if (step.label === null) frame.traps.delete(step.condition);
      else frame.traps.set(step.condition, { by: step.by, label: step.label });
      return at + 1;
    case 'hint':
      yield* exec.hintOnce(step.text);
      return at + 1;
    case 'nothing':
      return at + 1;
    case 'stop':
      throw new Stop(step.text);
    case 'fault':
      throw new Fault(step.number, step.detail);
    default:
      return unreachable(step);
  }
}

function* textFor(ground: Ground, expression: Expression | null): Run<string> {
  return expression === null ? '' : yield* evaluate(ground, expression);
}

/** Null goes back to the environment before this one. */
function changeEnvironment(frame: Frame, name: string | null): void {
  const next = name ?? frame.otherEnvironment;
  if (next.length > 8) throw new Fault(29);
  frame.otherEnvironment = frame.environment;
  frame.environment = upper(next);
}

/** The innermost loop, which the step at `at` must belong to: SIGNAL may have led into a block that never began. */
function turnAt(turning: readonly Turning[], place: 'again' | 'next', at: number): Turning {
  const current = turning.at(-1);
  if (current === undefined || current[place] !== at) throw new Fault(10);
  return current;
}

/** The loop that LEAVE or ITERATE means, with those inside it ended. */
function unwound(turning: Turning[], name: string | null): Turning {
  for (let current = turning.at(-1); current !== undefined; current = turning.at(-1)) {
    if (name === null || current.loop.name === name) return current;
    turning.pop();
  }
  throw new Fault(28, name ?? '');
}

/** SIGNAL: ends all loops of the routine and goes to the label. */
export function signal(exec: Exec, frame: Frame, turning: Turning[], label: string): number {
  const to = exec.code.labels.get(label);
  if (to === undefined) throw new Fault(16, label.slice(0, 250));
  turning.length = 0;
  frame.variables.set('SIGL', String(exec.line));
  return to;
}

function digitsOf(text: string, frame: Frame): number {
  const digits = wholeOf(text, frame.digits);
  if (digits === null || digits < 1) throw new Fault(26, 'NUMERIC DIGITS');
  if (digits > LIMITS.rexx.digits) throw new Stop(`NUMERIC DIGITS above ${LIMITS.rexx.digits} is not emulated`);
  return digits;
}

function* exitCode(ground: Ground, value: Expression | null): Run<number> {
  if (value === null) return 0;
  const code = wholeOf(yield* evaluate(ground, value), 10);
  if (code === null) throw new Fault(26, 'the return code of the exec');
  return code;
}
