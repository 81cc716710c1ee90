/** Report formats, one file each. */
import type { AuditReport } from '../report.ts';
import { jsonReport } from './json.ts';
import { type TextOptions, textReport } from './text.ts';

export interface ReportFormat {
  readonly id: string;
  readonly summary: string;
  render(report: AuditReport, options: TextOptions): string;
}

export const REPORT_FORMATS: readonly ReportFormat[] = [
  { id: 'text', summary: 'for a person, grouped by subject', render: textReport },
  { id: 'json', summary: 'for a program; format ringtool-audit, version 1', render: (report) => jsonReport(report) },
];

export * from './json.ts';
export * from './text.ts';
