/**
 * COND= of JOB and EXEC: tests of return codes under which a step is bypassed.
 *
 * z/OS MVS JCL Reference, "COND parameter": `(code,operator)` is read as "code operator return code", so
 * COND=(4,LT) bypasses the step when 4 is less than a return code. Nothing abends here: EVEN says nothing and ONLY
 * bypasses.
 */
import { listed, splitOperands } from './operands.ts';

export interface ReturnCodeTest {
  readonly kind: 'only' | 'code';
  readonly code: number;
  readonly operator: Operator;
  /** The step whose code is tested, in full; null for all before. */
  readonly step: string | null;
}

export type Operator = 'EQ' | 'NE' | 'GT' | 'LT' | 'GE' | 'LE';

const OPERATORS: Readonly<Record<Operator, (left: number, right: number) => boolean>> = {
  EQ: (left, right) => left === right,
  NE: (left, right) => left !== right,
  GT: (left, right) => left > right,
  LT: (left, right) => left < right,
  GE: (left, right) => left >= right,
  LE: (left, right) => left <= right,
};

export function compare(left: number, operator: Operator, right: number): boolean {
  return OPERATORS[operator](left, right);
}

/** The full name of a step as another statement names it; null when there is none before. */
export type ResolveStep = (name: string) => string | null;

/** The tests of a COND value; what is wrong with it comes as a text. */
export function returnCodeTests(value: string, resolve: ResolveStep): readonly ReturnCodeTest[] | string {
  const tests: ReturnCodeTest[] = [];
  const inner = value.startsWith('(') && value.endsWith(')') ? value.slice(1, -1) : value;
  const parts = /^\s*\d/.test(inner) ? [value] : splitOperands(inner);
  for (const part of parts) {
    const word = part.trim().toUpperCase();
    if (word === 'EVEN' || word === '') continue;
    if (word === 'ONLY') {
      tests.push({ kind: 'only', code: 0, operator: 'EQ', step: null });
      continue;
    }
    const [code = '', operator = '', named = ''] = listed(word);
    if (!/^\d{1,4}$/.test(code) || !isOperator(operator)) return `COND=${value} is not understood`;
    const step = named === '' ? null : resolve(named);
    if (named !== '' && step === null) return `COND=${value}: no step before is called ${named}`;
    tests.push({ kind: 'code', code: Number(code), operator, step });
  }
  return tests;
}

function isOperator(word: string): word is Operator {
  return Object.hasOwn(OPERATORS, word);
}
