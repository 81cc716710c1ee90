/**
 * The operand field of a statement, taken apart at its commas.
 *
 * z/OS MVS JCL Reference, "Parameter field": positional parameters first, then `KEYWORD=value` in any order.
 */

/** Parameters as written, in order. */
export type Operands = readonly string[];

/** Cuts `field` at commas outside quotes and parentheses; an empty one stands for a parameter left out. */
export function splitOperands(field: string): Operands {
  const operands: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < field.length; at++) {
    const character = field.charAt(at);
    if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ',' && depth <= 0) {
      operands.push(field.slice(from, at));
      from = at + 1;
    }
  }
  operands.push(field.slice(from));
  return operands;
}

/** The value of `KEYWORD=value` as written; null when the parameter is not there. */
export function written(operands: Operands, ...keywords: readonly string[]): string | null {
  for (const keyword of keywords) {
    const start = `${keyword}=`;
    const found = operands.find((each) => each.slice(0, start.length).toUpperCase() === start);
    if (found !== undefined) return found.slice(start.length);
  }
  return null;
}

/** The same without the quotes around it. */
export function parameter(operands: Operands, ...keywords: readonly string[]): string | null {
  const value = written(operands, ...keywords);
  return value === null ? null : unquoted(value);
}

/** Takes the quotes away: inside, two apostrophes or ampersands stand for one. */
export function unquoted(value: string): string {
  const quoted = value.length > 1 && value.startsWith("'") && value.endsWith("'");
  return quoted ? value.slice(1, -1).replaceAll("''", "'").replaceAll('&&', '&') : value;
}

/** The members of `(A,B)`, or of `A` alone, quotes taken away. */
export function listed(value: string): readonly string[] {
  const inner = value.startsWith('(') && value.endsWith(')') ? value.slice(1, -1) : value;
  return splitOperands(inner).map((each) => unquoted(each.trim()));
}

/** The first parameter when it has no keyword. */
export function positional(operands: Operands): string | null {
  const first = operands[0] ?? '';
  return first === '' || /^[^'(]*=/.test(first) ? null : first;
}
