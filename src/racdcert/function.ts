/**
 * A RACDCERT function as a record: its name, who may own what it works on, its operands, and a pure `run`.
 *
 * RACF Command Language Reference, "RACDCERT (Manage RACF digital certificates)".
 */
import type { Confidence } from '../core/message.ts';
import type { Outcome } from '../core/outcome.ts';
import type { MappingOwner, Owner } from '../core/owner.ts';
import type { Release } from '../core/release.ts';
import type { CommandView } from '../core/view.ts';
import type { Bound, Operand } from '../tso/operand.ts';
import type { KeyPair, KeySpec } from '../x509/keys.ts';
import type { MessageId } from './messages.ts';
import type { OPERANDS } from './operands.ts';

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
  /** Put in front of data set names without quotes (PROFILE PREFIX); empty for none. */
  readonly prefix: string;
  /** `enforce`: profiles of FACILITY and RDATALIB decide; `special`: the user may do everything. */
  readonly authority?: 'special' | 'enforce';
  readonly keys: KeySource;
  /** Cryptographic random bytes, for salts. */
  random(length: number): Uint8Array;
}

/** What a plan depends on: neither keys nor chance. */
export type PlanContext = Pick<Context, 'now' | 'timeZone' | 'user' | 'level'>;

export type OperandName = keyof typeof OPERANDS;

/**
 * Whose things a function works on: `certificate`: ID, CERTAUTH or SITE; `ring`: ID only, the pools cannot own rings;
 * `mapping`: ID or MULTIID; `none`: ignored.
 */
export interface Owners {
  readonly certificate: Owner;
  readonly ring: Owner;
  readonly mapping: MappingOwner;
  readonly none: Owner;
}

export type OwnerKind = keyof Owners;

/** A command as understood: the function's own value, the owner, and the operands that belong to it. */
export interface Request<V, K extends OperandName, O extends OwnerKind = OwnerKind> {
  /** The value in the function's parentheses; null when there were none. */
  readonly value: V | null;
  /** The owner named, or the issuing user. */
  readonly owner: Owners[O];
  readonly operands: Pick<Bound<typeof OPERANDS>, K>;
}

/** One fact about how a function works, and how sure it is. */
export interface Rule {
  /** A sentence in plain words. */
  readonly text: string;
  readonly confidence: Confidence;
}

export interface RacdcertFunction<V = unknown, K extends OperandName = OperandName, O extends OwnerKind = OwnerKind> {
  readonly name: string;
  /** One line for help. */
  readonly summary: string;
  /** What stands in the function keyword's own parentheses. */
  readonly value: Operand<V>;
  readonly owner: O;
  /** Top-level operands that belong to it; others are accepted by the parser and ignored. */
  readonly operands: readonly K[];
  /** Accepts a user id that is no longer defined (DELETE, DELRING), to clear residue. */
  readonly undefinedOwner?: boolean;
  /** Every message it may give, remarks for standard error included; without those of all functions (`commonMessages`). */
  readonly messages: readonly MessageId[];
  /** What it does beyond the plain meaning of its operands, for `ringtool explain`. */
  readonly rules: readonly Rule[];
  run(view: CommandView, request: Request<V, K, O>, context: Context): Promise<Outcome>;
}

/** Declares a function; gives `run` its typed request, and hides the types from the list of all. */
export function defineFunction<V, K extends OperandName, O extends OwnerKind>(
  declared: RacdcertFunction<V, K, O>,
): RacdcertFunction {
  return declared as unknown as RacdcertFunction;
}
