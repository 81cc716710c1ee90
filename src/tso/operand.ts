/**
 * Declared operands: what a keyword takes and how its text becomes a typed value.
 *
 * TSO/E Programming Services, "Using the parse service routine (IKJPARS)": a command describes its keywords
 * once; parsing, abbreviations, checks and messages follow from the description.
 */
import type { Message } from '../core/message.ts';

/** A word or a quoted string of a command, and the parenthesised list that follows it, if one does. */
export interface TreeOperand {
  /** Quotes removed, doubled quotes single. */
  readonly text: string;
  readonly quoted: boolean;
  /** Offset of its first character in the command. */
  readonly at: number;
  /** Null when no parenthesis follows; empty for `()`. */
  readonly sub: readonly TreeOperand[] | null;
}

/** Something the parser refuses: one message, the place, and for a misspelling what may have been meant. */
export interface Problem {
  readonly kind: 'problem';
  readonly message: Message;
  readonly at: number;
  readonly suggestion: string | null;
}

/** What values depend on besides their text. */
export interface Binding {
  /** Put in front of data set names without quotes; empty for none (PROFILE NOPREFIX). */
  readonly prefix: string;
}

/** The declaration of one keyword's value. */
export interface Operand<T> {
  /** What it is, for messages and help: `label`, `ring name`. */
  readonly what: string;
  /** Whether parentheses follow the keyword: never, always, or at will. */
  readonly takes: 'nothing' | 'value' | 'optional';
  /** Keywords inside its parentheses, where these take keywords: for completion, explanations and tables. */
  readonly keywords?: OperandTable;
  /** The words it takes, where these are few. */
  readonly words?: readonly string[];
  /** `node` is the keyword itself; its value stands in `node.sub`. */
  bind(node: TreeOperand, binding: Binding): Value<T> | Problem;
  /** How a keyword written twice is understood. Without it the last one wins, as TSO has it. */
  combine?(earlier: T, later: T, node: TreeOperand): Value<T> | Problem;
}

/** A value as bound. */
export interface Value<T> {
  readonly kind: 'value';
  readonly value: T;
}

/** Keywords of one level, by name in upper case. */
export type OperandTable = Readonly<Record<string, Operand<unknown>>>;

export type ValueOf<O> = O extends Operand<infer T> ? T : never;

/** The values a table's keywords were given; a keyword that was not written is absent. */
export type Bound<Table extends OperandTable> = { readonly [K in keyof Table]?: ValueOf<Table[K]> };
