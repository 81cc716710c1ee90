/**
 * The rule record: one thing that can be wrong with one kind of subject, where that is written, what z/OS
 * makes of it, and how to mend it.
 *
 * A rule knows nothing of files, stores or reports: whoever runs it hands it a subject and a context.
 */
import type { CodeConfidence } from './system-ssl-codes.ts';

/** `error` blocks what the profile is about, `warning` is a risk, `note` is worth knowing. */
export type RuleSeverity = 'error' | 'warning' | 'note';

/** How z/OS is expected to answer. */
export interface ZosLink {
  /** The most likely System SSL return code. */
  readonly code: number;
  /** Codes seen in its place, where the path through System SSL decides. */
  readonly also?: readonly number[];
  /** Continues "commonly because". */
  readonly because: string;
  /** How sure it is that this condition leads to this code; `assumed` is never printed as certain. */
  readonly confidence: CodeConfidence;
}

/**
 * The four answers. Unknown is not a pass: evidence that cannot show something is counted and shown.
 *
 * A failure may soften the rule's own severity, or the certainty of its code, for this one case.
 */
export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'does-not-apply' }
  | { readonly kind: 'unknown'; readonly why: string }
  | {
      readonly kind: 'fail';
      /** One sentence: what was found, and what was wanted. */
      readonly detail: string;
      readonly severity?: RuleSeverity;
      /** Replaces the rule's link; null when this case never shows as a code. */
      readonly zos?: ZosLink | null;
    };

export const PASS: Outcome = { kind: 'pass' };
export const DOES_NOT_APPLY: Outcome = { kind: 'does-not-apply' };

export function fail(detail: string, softer: { severity?: RuleSeverity; zos?: ZosLink | null } = {}): Outcome {
  return { kind: 'fail', detail, ...softer };
}

export function unknown(why: string): Outcome {
  return { kind: 'unknown', why };
}

/** One step of a mend, in order: a command as it can be typed, or what a person must do by hand. */
export interface MendStep {
  readonly kind: 'tso' | 'shell' | 'by-hand';
  readonly text: string;
}

/** What is judged, as a report names it: `what` it is and `where` it was found. */
export interface SubjectName {
  readonly kind: string;
  readonly what: string;
  readonly where: string;
}

/** One rule. `Subject` is a record with a `kind`; `Context` is whatever the engine gives all its rules. */
export interface Rule<Subject extends SubjectName, Context> {
  /** Kebab-case, unique over all rules, never reused for another meaning. */
  readonly id: string;
  readonly title: string;
  readonly severity: RuleSeverity;
  /** Where the demand is written. */
  readonly citation: string;
  /** The date or release from which it holds, when that matters. */
  readonly since?: string;
  readonly subject: Subject['kind'];
  readonly zos: ZosLink | null;
  applies(subject: Subject, context: Context): boolean;
  check(subject: Subject, context: Context): Outcome;
  /** Called only after a failure. */
  mend(subject: Subject, context: Context): readonly MendStep[];
}
