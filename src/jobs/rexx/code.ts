/**
 * An exec as a row of steps with jumps between them, so that labels may stand anywhere and blocks need no depth.
 *
 * Numbers named `to`, `exit` and `again` are indexes of steps.
 */
import type { Expression, Reference } from './expression.ts';
import type { Template } from './template.ts';

export type Condition = 'ERROR' | 'FAILURE' | 'HALT' | 'NOVALUE' | 'SYNTAX';

/** What a loop counts and tests; the limits of a controlled loop are evaluated as they are written. */
export interface Loop {
  readonly control: Reference | null;
  /** The control variable as written, for LEAVE, ITERATE and END. */
  readonly name: string | null;
  readonly from: Expression | null;
  readonly limits: readonly { readonly word: 'TO' | 'BY' | 'FOR'; readonly value: Expression }[];
  /** `DO 5`. */
  readonly times: Expression | null;
  readonly while: Expression | null;
  readonly until: Expression | null;
}

/** A name, or a variable in parentheses that holds names. */
export interface NameItem {
  readonly reference: Reference;
  readonly indirect: boolean;
}

export type ParseSource =
  | { readonly kind: 'ARG' | 'PULL' | 'SOURCE' | 'VERSION' | 'NUMERIC' }
  | { readonly kind: 'VAR'; readonly reference: Reference }
  | { readonly kind: 'VALUE'; readonly value: Expression | null };

export type Step =
  | { readonly kind: 'assign'; readonly target: Reference; readonly value: Expression | null }
  /** `environment` is for this command only; null for the one in force. */
  | { readonly kind: 'command'; readonly value: Expression; readonly environment: string | null }
  /** Null goes back to the one before. */
  | { readonly kind: 'address'; readonly environment: string | Expression | null }
  | { readonly kind: 'say'; readonly value: Expression | null }
  | { readonly kind: 'jump'; readonly to: number }
  /** Goes on when the condition holds, else jumps. */
  | { readonly kind: 'branch'; readonly condition: Expression; readonly to: number }
  | { readonly kind: 'loop'; readonly loop: Loop; readonly next: number; readonly exit: number }
  /** Before each turn. */
  | { readonly kind: 'turn' }
  /** END of a loop. */
  | { readonly kind: 'repeat'; readonly again: number }
  | { readonly kind: 'leave' | 'iterate'; readonly name: string | null }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly bypass: boolean;
      readonly values: readonly (Expression | null)[];
    }
  | { readonly kind: 'return' | 'exit'; readonly value: Expression | null }
  | { readonly kind: 'procedure'; readonly expose: readonly NameItem[] }
  | {
      readonly kind: 'parse';
      readonly upper: boolean;
      readonly source: ParseSource;
      readonly templates: readonly Template[];
    }
  | { readonly kind: 'drop' | 'upper'; readonly names: readonly NameItem[] }
  | { readonly kind: 'digits'; readonly value: Expression | null }
  | { readonly kind: 'stack'; readonly first: boolean; readonly value: Expression | null }
  | { readonly kind: 'signal'; readonly label: string | Expression }
  /** `label` null is OFF. */
  | {
      readonly kind: 'trap';
      readonly condition: Condition;
      readonly by: 'SIGNAL' | 'CALL';
      readonly label: string | null;
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'hint'; readonly text: string }
  /** What is not emulated; the exec stops when it comes here. */
  | { readonly kind: 'stop'; readonly text: string }
  | { readonly kind: 'fault'; readonly number: number; readonly detail: string };

export interface Code {
  readonly steps: readonly Step[];
  /** Line of the clause of each step. */
  readonly lines: readonly number[];
  readonly labels: ReadonlyMap<string, number>;
  readonly source: readonly string[];
}
