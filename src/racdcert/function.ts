/**
 * A RACDCERT function as a record: its name, who may own what it works on, its operands, and a pure `run`.
 *
 * RACF Command Language Reference, "RACDCERT (Manage RACF digital certificates)".
 */
import type { ChangeSet } from '../core/change.ts';
import type { Message } from '../core/message.ts';
import type { Owner } from '../core/owner.ts';
import type { Release } from '../core/release.ts';
import type { DataSetWrite, StoreView } from '../core/view.ts';
import type { Bound, Operand } from '../tso/operand.ts';
import type { KeyPair, KeySpec } from '../x509/keys.ts';
import type { OPERANDS } from './operands.ts';

/** Everything a handler may read. */
export interface CommandView extends StoreView {
  /** Content of an input data set by fully qualified name or path; null when there is none. */
  dataSet(name: string): Promise<Uint8Array | null>;
}

/** Makes keys. Comes in from outside, so that tests and repeated attempts use the keys they want. */
export interface KeySource {
  generate(spec: KeySpec): Promise<KeyPair>;
}

/** The circumstances of one command. */
export interface Context {
  readonly now: Date;
  readonly timeZone: string;
  /** The user who issues the command, and whose certificates are meant when no owner is named. */
  readonly user: string;
  readonly level: Release;
  readonly keys: KeySource;
  /** Cryptographic random bytes, for salts. */
  random(length: number): Uint8Array;
}

export type OperandName = keyof typeof OPERANDS;

/** A command as understood: the function's own value, the owner, and the operands that belong to it. */
export interface Request<V, K extends OperandName> {
  /** The value in the function's parentheses; null when there were none. */
  readonly value: V | null;
  /** The owner named, or the issuing user. */
  readonly owner: Owner;
  readonly operands: Pick<Bound<typeof OPERANDS>, K>;
}

/** Everything a command wants done and said. Nothing is done or said until the runner does it. */
export interface Outcome {
  readonly messages: readonly Message[];
  readonly returnCode: 0 | 4 | 8 | 12;
  readonly changes: ChangeSet;
  readonly dataSets: readonly DataSetWrite[];
  /** Listing lines, printed before the messages. */
  readonly output: readonly string[];
  /** The listing as data, for `--json`; null for functions that list nothing. */
  readonly data: unknown;
}

export interface RacdcertFunction<V = unknown, K extends OperandName = OperandName> {
  readonly name: string;
  /** One line for help. */
  readonly summary: string;
  /** What stands in the function keyword's own parentheses. */
  readonly value: Operand<V>;
  /** `certificate`: ID, CERTAUTH or SITE; `ring`: ID only, the pools cannot own rings; `none`: ignored. */
  readonly owner: 'certificate' | 'ring' | 'none';
  /** Top-level operands that belong to it; others are accepted by the parser and ignored. */
  readonly operands: readonly K[];
  /** Accepts a user id that is no longer defined (DELETE, DELRING), to clear residue. */
  readonly undefinedOwner?: boolean;
  run(view: CommandView, request: Request<V, K>, context: Context): Promise<Outcome>;
}

/** Declares a function; gives `run` its typed request, and hides the types from the list of all. */
export function defineFunction<V, K extends OperandName>(declared: RacdcertFunction<V, K>): RacdcertFunction {
  return declared as unknown as RacdcertFunction;
}

const NOTHING: Outcome = { messages: [], returnCode: 0, changes: [], dataSets: [], output: [], data: null };

/** An outcome from what differs from "done, silently". */
export function outcome(parts: Partial<Outcome>): Outcome {
  return { ...NOTHING, ...parts };
}
