/**
 * The report for a program: a shape with a version of its own, documented in `docs/json.md`.
 *
 * Members are only ever added within one version; one that changes its meaning raises it.
 */
import type { Finding, OpenQuestion } from '../finding.ts';
import { type AuditReport, countOf, exitCodeOf, type NotRead } from '../report.ts';

export interface AuditJson {
  readonly format: 'ringtool-audit';
  readonly version: 1;
  readonly profile: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly failOn: string;
  readonly exitCode: 0 | 1 | 2;
  readonly rules: readonly string[];
  readonly examined: Readonly<Record<string, number>>;
  readonly answers: AuditReport['answers'];
  readonly counts: { readonly fatal: number; readonly error: number; readonly warning: number; readonly note: number };
  readonly findings: readonly (Finding & { readonly mayFailOnly: boolean })[];
  readonly unknown: readonly OpenQuestion[];
  readonly notRead: readonly NotRead[];
}

export function auditJson(report: AuditReport): AuditJson {
  return {
    format: 'ringtool-audit',
    version: 1,
    profile: report.profile.id,
    now: report.now.toISOString(),
    failOn: report.failOn,
    exitCode: exitCodeOf(report),
    rules: report.rules,
    examined: report.examined,
    answers: report.answers,
    counts: {
      fatal: countOf(report, 'fatal'),
      error: countOf(report, 'error'),
      warning: countOf(report, 'warning'),
      note: countOf(report, 'note'),
    },
    // Said outright, so that a program need not know which confidence words mean "never certain".
    findings: report.findings.map((finding) => ({ ...finding, mayFailOnly: finding.zos?.confidence === 'assumed' })),
    unknown: report.unknown,
    notRead: report.notRead,
  };
}

/** The shape as text, ending with a newline. */
export function jsonReport(report: AuditReport): string {
  return `${JSON.stringify(auditJson(report), null, 2)}\n`;
}
