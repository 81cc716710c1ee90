/** A report: what was examined, what was found, what stayed open, and what could not be read. */
import { atLeastSeverity, type Finding, type FindingSeverity, type OpenQuestion } from './finding.ts';

/** Input that yielded nothing to examine. `named` is true for one the user asked for by name. */
export interface NotRead {
  readonly where: string;
  readonly why: string;
  readonly named: boolean;
}

export interface AuditReport {
  /** Id and title of the profile measured against. */
  readonly profile: { readonly id: string; readonly title: string };
  /** The day the subjects were judged on. */
  readonly now: Date;
  readonly failOn: FindingSeverity;
  /** Ids of the rules that ran. */
  readonly rules: readonly string[];
  /** Subjects examined, by kind. */
  readonly examined: Readonly<Record<string, number>>;
  /** Answers given, over all rules and subjects. */
  readonly answers: {
    readonly pass: number;
    readonly fail: number;
    readonly doesNotApply: number;
    readonly unknown: number;
    readonly broken: number;
  };
  /** In the order in which their mends can be typed; else in that in which their subjects were met. */
  readonly findings: readonly Finding[];
  readonly unknown: readonly OpenQuestion[];
  readonly notRead: readonly NotRead[];
}

export function countOf(report: AuditReport, severity: FindingSeverity): number {
  return report.findings.filter((finding) => finding.severity === severity).length;
}

export function examinedTotal(report: AuditReport): number {
  return Object.values(report.examined).reduce((sum, count) => sum + count, 0);
}

/**
 * 1 when anything was found at or above `failOn`; else 2 when nothing could be examined, or when something
 * asked for by name could not be read; else 0. What was found counts for more than what was not read.
 */
export function exitCodeOf(report: AuditReport): 0 | 1 | 2 {
  if (report.findings.some((finding) => atLeastSeverity(finding.severity, report.failOn))) return 1;
  if (examinedTotal(report) === 0) return 2;
  return report.notRead.some((input) => input.named) ? 2 : 0;
}
