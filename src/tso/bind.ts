/**
 * Binds the operands of a command, or of one keyword's parentheses, to a table of declarations.
 *
 * TSO/E Programming Services, "Using the parse service routine (IKJPARS)": keywords in any order, shortened
 * at will, the last one counting where one is repeated.
 */
import type { Message } from '../core/message.ts';
import { resolveKeyword } from './keyword.ts';
import type { Binding, Bound, OperandTable, Problem, TreeOperand } from './operand.ts';

export interface BoundOperands<Table extends OperandTable> {
  /** In the order in which they were last written (`lastWritten`). */
  readonly values: Bound<Table>;
  /** Keywords as resolved, in the order they were written, repetitions included. */
  readonly keywords: readonly (keyof Table & string)[];
  /** In the order of the text. With any of them the command must not run. */
  readonly problems: readonly Problem[];
  /** Worth telling on stderr; TSO itself says nothing about them. */
  readonly notes: readonly Message[];
}

export function bindOperands<Table extends OperandTable>(
  operands: readonly TreeOperand[],
  table: Table,
  binding: Binding,
): BoundOperands<Table> {
  const names = Object.keys(table);
  const values = new Map<string, unknown>();
  const keywords: string[] = [];
  const problems: Problem[] = [];
  const notes: Message[] = [];
  for (const node of operands) {
    const keyword = resolveKeyword(node, names);
    if (keyword.kind === 'problem') {
      problems.push(keyword);
      continue;
    }
    const name = keyword.value;
    const operand = table[name];
    if (operand === undefined) continue;
    if (hasDoubleQuotes(node)) notes.push({ id: 'RNGT911I', inserts: { keyword: name } });
    const written = operand.bind(node, binding);
    const repeated = values.has(name);
    const bound =
      written.kind === 'value' && repeated && operand.combine
        ? operand.combine(values.get(name), written.value, node)
        : written;
    if (bound.kind === 'problem') {
      // The word is known all the same: a function is named by it in messages and reports.
      keywords.push(name);
      problems.push(bound);
      continue;
    }
    if (repeated && !operand.combine) notes.push({ id: 'RNGT910I', inserts: { keyword: name } });
    keywords.push(name);
    values.delete(name);
    values.set(name, bound.value);
  }
  return { values: Object.fromEntries(values) as Bound<Table>, keywords, problems, notes };
}

/** A value in its parentheses begins or ends with one, as a text in quotes would elsewhere. */
function hasDoubleQuotes({ sub }: TreeOperand): boolean {
  return sub?.some((each) => (!each.quoted && /^"|"$/.test(each.text)) || hasDoubleQuotes(each)) === true;
}

/** The one of several keywords that exclude each other which counts: the last one written; null when none was. */
export function lastWritten<Name extends string>(
  values: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
): Name | null {
  const last = Object.keys(values).findLast((written) => names.some((name) => name === written));
  return names.find((name) => name === last) ?? null;
}
