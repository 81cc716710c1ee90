/**
 * A job as the converter leaves it: steps and conditions in order, every symbol filled in, every procedure expanded.
 *
 * z/OS MVS JCL User's Guide, "Job control statements": conversion first, then execution.
 */
import type { NotEmulated, Remark, SourceLine, Unset } from '../carrier.ts';
import type { Disposition } from './disposition.ts';
import type { Expression } from './expression.ts';
import type { NamedList } from './named-list.ts';
import type { ReturnCodeTest } from './return-code-test.ts';

/** Where something stands: in the job, in a procedure, in an INCLUDE member. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A line of data: columns 1 to 72, and what stands behind them. */
export interface DataLine extends SourceLine {
  readonly file: string;
  readonly beyond: string;
  /** Symbols of it were filled in. */
  readonly filled?: true;
}

/** What one DD statement stands for. */
export type DdSource =
  | { readonly kind: 'in-stream'; readonly lines: readonly DataLine[] }
  /** `temporary`: a name with two ampersands, gone when the job ends. */
  | {
      readonly kind: 'data-set';
      readonly name: string;
      readonly temporary: boolean;
      readonly disposition: Disposition;
    }
  /** DDNAME=: whatever the DD of that name in the same step is. `elsewhere`: only other steps have one. */
  | { readonly kind: 'forward'; readonly name: string; readonly elsewhere?: true }
  /** DUMMY, and output to the spool. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unread'; readonly reason: string }
  | { readonly kind: 'wrong'; readonly text: string };

/** One DD statement of a concatenation. */
export interface DdPart {
  readonly at: Place;
  readonly source: DdSource;
  /** What is to be said when the DD is read. */
  readonly hints: readonly Remark[];
  /** Symbols without a value: they matter only where something reads the DD. */
  readonly unset: readonly Unset[];
}

export interface Dd {
  readonly name: string;
  readonly parts: DdPart[];
}

export interface Step {
  readonly kind: 'step';
  /** `STEP`, or `CALL.STEP` in a procedure; counted where it has no name. */
  readonly name: string;
  readonly at: Place;
  readonly program: string;
  /** Null when there is none. May hold a password. */
  parm: string | null;
  /** The DD that PARMDD= names. */
  readonly parmDd: string | null;
  conditions: readonly ReturnCodeTest[];
  readonly dds: NamedList<Dd>;
  /** Symbols without a value in PGM= and COND=; in PARM= they matter only to a program that is emulated. */
  readonly unset: readonly Unset[];
  parmUnset: readonly Unset[];
}

/** IF, with the steps of both branches. */
export interface Branch {
  readonly kind: 'if';
  readonly at: Place;
  readonly expression: Expression;
  readonly whenTrue: Node[];
  readonly whenFalse: Node[];
}

/** A step or statement that nothing here stands in for. */
export interface LeftOut {
  readonly kind: 'left-out';
  readonly part: NotEmulated;
  /** The step's name; null where it is none. */
  readonly name: string | null;
}

export type Node = Step | Branch | LeftOut;

export interface ConvertedJob {
  /** Empty where there is no JOB statement. */
  name: string;
  readonly nodes: Node[];
  /** A job with errors is not run, as on z/OS. */
  readonly errors: Remark[];
  readonly hints: Remark[];
  readonly notEmulated: NotEmulated[];
  readonly unset: Unset[];
  conditions: readonly ReturnCodeTest[];
  /** TYPRUN=SCAN: looked at only. */
  scan: boolean;
  /** RESTART=: the step to begin with. */
  restart: { readonly step: string; readonly at: Place } | null;
}
