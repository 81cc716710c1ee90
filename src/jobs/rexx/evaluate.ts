/**
 * Values of expressions. Routines may run commands while one is evaluated, so this is done in steps.
 *
 * z/OS TSO/E REXX Reference, "Expressions and operators" and "Functions".
 */
import { calculate } from './arithmetic.ts';
import { holds, isComparison } from './comparison.ts';
import type { Exec, Frame, Invoke, Run } from './exec.ts';
import type { Expression, Link } from './expression.ts';
import { Fault } from './faults.ts';
import { read } from './references.ts';

/** What is needed to evaluate: where, and how routines are called. */
export interface Ground {
  readonly exec: Exec;
  readonly frame: Frame;
  readonly invoke: Invoke;
}

export function* evaluate(ground: Ground, expression: Expression): Run<string> {
  const { exec, frame } = ground;
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'variable':
    case 'stem':
    case 'compound':
      return read(exec, frame, expression);
    case 'call':
      return yield* callFunction(ground, expression);
    case 'prefix': {
      exec.enter(1);
      let value = yield* evaluate(ground, expression.operand);
      for (const operator of expression.operators) {
        exec.spend(1);
        value = operator === '\\' ? bit(!truth(value)) : calculate(operator, '0', value, frame.digits);
      }
      exec.leave(1);
      return value;
    }
    default: {
      exec.enter(1);
      let value = yield* evaluate(ground, expression.first);
      for (const link of expression.rest) value = joined(ground, value, link, yield* evaluate(ground, link.operand));
      exec.leave(1);
      return value;
    }
  }
}

/** Values of a call; one that is left out is undefined. */
export function* evaluateAll(ground: Ground, values: readonly (Expression | null)[]): Run<(string | undefined)[]> {
  const found: (string | undefined)[] = [];
  for (const value of values) found.push(value === null ? undefined : yield* evaluate(ground, value));
  return found;
}

/** Evaluates a condition: only 0 and 1 are. */
export function* test(ground: Ground, condition: Expression): Run<boolean> {
  return truth(yield* evaluate(ground, condition));
}

function* callFunction(ground: Ground, call: Extract<Expression, { kind: 'call' }>): Run<string> {
  const { exec, frame, invoke } = ground;
  exec.enter(1);
  const values = yield* evaluateAll(ground, call.values);
  const result = yield* invoke(frame, { name: call.name, bypass: call.bypass, how: 'FUNCTION' }, values);
  if (result === undefined) throw new Fault(44, call.name);
  exec.leave(1);
  return result;
}

function joined({ exec, frame }: Ground, left: string, { operator }: Link, right: string): string {
  exec.spend((left.length + right.length) / 1024);
  switch (operator) {
    case '':
      return exec.bounded(left + right);
    case ' ':
      return exec.bounded(`${left} ${right}`);
    case '&':
      return bit([truth(left), truth(right)].every(Boolean));
    case '|':
      return bit([truth(left), truth(right)].some(Boolean));
    case '&&':
      return bit(truth(left) !== truth(right));
    default:
      if (isComparison(operator)) return bit(holds(operator, left, right, frame.digits));
      exec.spend(frame.digits / 100);
      return calculate(operator, left, right, frame.digits);
  }
}

function truth(value: string): boolean {
  if (value !== '0' && value !== '1') throw new Fault(34);
  return value === '1';
}

function bit(value: boolean): string {
  return value ? '1' : '0';
}
