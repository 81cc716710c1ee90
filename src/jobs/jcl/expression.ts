/**
 * The relational expression of an IF statement.
 *
 * z/OS MVS JCL Reference, "IF/THEN/ELSE/ENDIF statement construct": a comparison with a step that was not run is
 * false. Nothing abends here, so ABEND is false and ABENDCC equals nothing. Comparisons of two literals come from
 * symbols that were filled in.
 */
import { LIMITS } from '../../core/limits.ts';
import { compare, type Operator, type ResolveStep } from './return-code-test.ts';

export type Expression =
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'code'; readonly step: string | null; readonly operator: Operator; readonly code: number }
  | { readonly kind: 'run'; readonly step: string | null }
  | { readonly kind: 'constant'; readonly value: boolean };

/** What an expression is asked against. */
export interface Codes {
  /** Code of a step, null when it was not run; of no step: the highest so far. */
  codeOf(step: string | null): number | null;
}

export function holds(expression: Expression, codes: Codes): boolean {
  switch (expression.kind) {
    case 'not':
      return !holds(expression.of, codes);
    case 'and':
      return holds(expression.left, codes) && holds(expression.right, codes);
    case 'or':
      return holds(expression.left, codes) || holds(expression.right, codes);
    case 'run':
      return codes.codeOf(expression.step) !== null;
    case 'constant':
      return expression.value;
    case 'code': {
      const code = codes.codeOf(expression.step);
      return code !== null && compare(code, expression.operator, expression.code);
    }
  }
}

/** Its value where no step has a say in it; null where one does. */
export function constantValue(expression: Expression): boolean | null {
  let asked = false;
  const value = holds(expression, {
    codeOf: () => {
      asked = true;
      return 0;
    },
  });
  return asked ? null : value;
}

/** Reads an expression; what is wrong with it comes as a text. */
export function readExpression(text: string, resolve: ResolveStep): Expression | string {
  const tokens = tokensOf(text);
  if (tokens === null) return 'a quote in the condition is opened and not closed';
  if (tokens.length > TOKENS) return 'the condition is too long';
  const reader = new Reader(tokens, resolve);
  try {
    const read = reader.or(0);
    return reader.atEnd() ? read : `the condition is not understood at ${reader.rest()}`;
  } catch (error) {
    if (error instanceof Misread) return error.message;
    throw error;
  }
}

/** Words and signs in one condition: far more than any has, few enough to be walked through in depth. */
const TOKENS = 2000;

/** Leaves the descent; never leaves this file. */
class Misread extends Error {}

const OPERATORS: Readonly<Record<string, Operator | undefined>> = {
  EQ: 'EQ',
  '=': 'EQ',
  NE: 'NE',
  '¬=': 'NE',
  GT: 'GT',
  '>': 'GT',
  NL: 'GE',
  '¬<': 'GE',
  GE: 'GE',
  '>=': 'GE',
  LT: 'LT',
  '<': 'LT',
  NG: 'LE',
  '¬>': 'LE',
  LE: 'LE',
  '<=': 'LE',
};

/** Words, quoted values, signs; `^`, `\` and `!` stand for the not sign that many keyboards lack. */
function tokensOf(text: string): readonly string[] | null {
  const tokens: string[] = [];
  for (const [token] of text.matchAll(/'(?:[^']|'')*'|'|[¬^\\!]?[<>=]+|[()&|¬^\\!]|[^\s()&|<>=¬^\\!']+/g)) {
    if (token === "'") return null;
    tokens.push(/^[\^\\!]/.test(token) ? `¬${token.slice(1)}` : token);
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly string[];
  readonly #resolve: ResolveStep;
  #at = 0;

  constructor(tokens: readonly string[], resolve: ResolveStep) {
    this.#tokens = tokens;
    this.#resolve = resolve;
  }

  atEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  rest(): string {
    return this.atEnd() ? 'its end' : JSON.stringify(this.#tokens.slice(this.#at, this.#at + 3).join(' '));
  }

  or(depth: number): Expression {
    let left = this.#and(depth);
    while (this.#take('|', 'OR')) left = { kind: 'or', left, right: this.#and(depth) };
    return left;
  }

  #and(depth: number): Expression {
    let left = this.#not(depth);
    while (this.#take('&', 'AND')) left = { kind: 'and', left, right: this.#not(depth) };
    return left;
  }

  #not(depth: number): Expression {
    let negated = false;
    while (this.#take('¬', 'NOT')) negated = !negated;
    const of = this.#primary(depth);
    return negated ? { kind: 'not', of } : of;
  }

  #primary(depth: number): Expression {
    if (depth > LIMITS.commandDepth) throw new Misread('the condition has too many parentheses in each other');
    if (this.#take('(')) {
      const inner = this.or(depth + 1);
      if (!this.#take(')')) throw new Misread('a parenthesis in the condition is opened and not closed');
      return inner;
    }
    const word = this.#operand();
    const sign = this.#tokens[this.#at]?.toUpperCase() ?? '';
    const operator = Object.hasOwn(OPERATORS, sign) ? OPERATORS[sign] : undefined;
    if (operator === undefined) return this.#alone(word);
    this.#at++;
    return relation(word, this.#keyword(word), operator, this.#operand());
  }

  /** ABEND, RUN and STEP.RUN stand for themselves. */
  #alone(word: string): Expression {
    const known = this.#keyword(word);
    if (known === null || known.name === 'RC' || known.name === 'ABENDCC') {
      throw new Misread(`the condition is not understood at ${this.rest()}`);
    }
    return known.name === 'RUN' ? { kind: 'run', step: known.step } : { kind: 'constant', value: false };
  }

  /** `RC`, `STEP.RC`, `CALL.STEP.RC` and the same with the other keywords. */
  #keyword(word: string): Keyword | null {
    const found = /^(?:(.+)\.)?(RC|ABENDCC|ABEND|RUN)$/i.exec(word);
    if (found === null) return null;
    const [, named, name = ''] = found;
    const step = named === undefined ? null : this.#resolve(named.toUpperCase());
    if (named !== undefined && step === null) throw new Misread(`no step before is called ${named.toUpperCase()}`);
    return { name: name.toUpperCase(), step };
  }

  #operand(): string {
    const token = this.#tokens[this.#at];
    if (token === undefined || /^[()&|¬<>=]/.test(token)) {
      throw new Misread(`the condition is not understood at ${this.rest()}`);
    }
    this.#at++;
    return token;
  }

  #take(...words: readonly string[]): boolean {
    const found = words.includes(this.#tokens[this.#at]?.toUpperCase() ?? '');
    if (found) this.#at++;
    return found;
  }
}

interface Keyword {
  readonly name: string;
  readonly step: string | null;
}

function relation(left: string, known: Keyword | null, operator: Operator, right: string): Expression {
  if (known === null) return { kind: 'constant', value: compareLiterals(literal(left), operator, literal(right)) };
  const value = literal(right).toUpperCase();
  if (known.name === 'RC') {
    if (!/^\d{1,4}$/.test(value)) throw new Misread(`${JSON.stringify(right)} is not a return code`);
    return { kind: 'code', step: known.step, operator, code: Number(value) };
  }
  if (known.name === 'ABENDCC') return { kind: 'constant', value: operator === 'NE' };
  if (value !== 'TRUE' && value !== 'FALSE') throw new Misread(`${JSON.stringify(right)} is not TRUE or FALSE`);
  const is: Expression = known.name === 'RUN' ? { kind: 'run', step: known.step } : { kind: 'constant', value: false };
  return (value === 'TRUE') === (operator !== 'NE') ? is : { kind: 'not', of: is };
}

function literal(token: string): string {
  return token.startsWith("'") ? token.slice(1, -1).replaceAll("''", "'") : token;
}

/** As numbers where both are, else as text. */
function compareLiterals(left: string, operator: Operator, right: string): boolean {
  const numbers = /^\d+$/.test(left) && /^\d+$/.test(right);
  if (numbers) return compare(Number(left), operator, Number(right));
  return compare(left < right ? -1 : left > right ? 1 : 0, operator, 0);
}
