/**
 * The report for a person: what was examined, findings grouped by subject, what stayed open, what could not be
 * read, and a verdict at the end.
 *
 * Everything that comes from a certificate, a label or a file name goes through `escaped`.
 */
import { codeLine } from './zos-wording.ts';
import { atLeastSeverity, type Finding, type FindingSeverity, SEVERITIES } from '../finding.ts';
import { escaped } from '../../core/printable.ts';
import { type AuditReport, countOf, examinedTotal } from '../report.ts';
import type { MendStep, SubjectName } from '../rule.ts';

export interface TextOptions {
  /** ANSI colours on severities and the verdict; the caller knows whether there is a terminal. */
  readonly color?: boolean;
}

const COLORS: Readonly<Record<FindingSeverity, string>> = { fatal: '35', error: '31', warning: '33', note: '36' };
const GREEN = '32';

type Paint = (text: string, color: string) => string;

/** The whole report, ending with a newline. */
export function textReport(report: AuditReport, options: TextOptions = {}): string {
  const paint: Paint = options.color ? (text, color) => `\u001b[${color}m${text}\u001b[0m` : (text) => text;
  const blocks = [
    heading(report),
    ...groups(report.findings, keyOf).map((group) => subjectBlock(group, paint)),
    openBlock(report),
    notReadBlock(report),
    verdict(report, paint),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function heading(report: AuditReport): string[] {
  const kinds = Object.entries(report.examined).filter(([, count]) => count > 0);
  const examined = kinds.length === 0 ? 'nothing' : kinds.map(([kind, count]) => counted(count, kind)).join(', ');
  return [
    `Readiness for ${report.profile.title} (profile ${report.profile.id}), judged on ${dayAndTime(report.now)}`,
    `Examined: ${examined}`,
  ];
}

function subjectBlock(findings: readonly Finding[], paint: Paint): string[] {
  const first = findings[0];
  if (first === undefined) return [];
  const lines = [subjectLine(first.subject)];
  for (const finding of findings) {
    lines.push(
      `  ${paint(finding.severity.padEnd(8), COLORS[finding.severity])} ${finding.rule}: ${escaped(finding.detail)}`,
    );
    if (finding.zos) lines.push(...labelled('z/OS', [codeLine(finding.zos)]));
    if (finding.mend.length > 0) {
      lines.push(...labelled('mend', finding.mend.map(stepLine)));
    }
  }
  return lines;
}

function stepLine({ kind, text }: MendStep): string {
  return kind === 'by-hand' ? `(by hand) ${text}` : text;
}

/** A word in the second column, the lines it stands for in the third. */
function labelled(word: string, texts: readonly string[]): string[] {
  return texts.map((text, index) => `           ${(index === 0 ? word : '').padEnd(5)} ${escaped(text)}`);
}

function openBlock(report: AuditReport): string[] {
  if (report.unknown.length === 0) return [];
  return [
    `Could not be judged: ${report.unknown.length}`,
    ...report.unknown.map((open) => `  ${open.rule}: ${escaped(open.subject.what)}: ${escaped(open.why)}`),
  ];
}

function notReadBlock(report: AuditReport): string[] {
  if (report.notRead.length === 0) return [];
  return [
    `Not read: ${report.notRead.length}`,
    ...report.notRead.map((input) => `  ${escaped(input.where)}: ${escaped(input.why)}`),
  ];
}

function verdict(report: AuditReport, paint: Paint): string[] {
  if (examinedTotal(report) === 0) return [paint('Verdict: nothing could be examined', COLORS.warning)];
  const stops = report.findings.some((finding) => atLeastSeverity(finding.severity, report.failOn));
  const counts = [...SEVERITIES]
    .reverse()
    .map((severity) => ({ severity, count: countOf(report, severity) }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => counted(count, severity === 'fatal' ? 'broken rule' : severity));
  const subjects = groups(report.findings, keyOf).length;
  const found = counts.length === 0 ? 'no findings' : `${counts.join(', ')} on ${counted(subjects, 'subject')}`;
  const open = [
    ...(report.unknown.length > 0 ? [`${counted(report.unknown.length, 'question')} left open`] : []),
    ...(report.notRead.length > 0 ? [`${counted(report.notRead.length, 'input')} not read`] : []),
  ];
  const word = stops ? 'not ready' : open.length > 0 ? 'ready as far as could be seen' : 'ready';
  return [paint(`Verdict: ${word}: ${[found, ...open].join('; ')}`, stops ? COLORS.error : GREEN)];
}

function subjectLine(subject: SubjectName): string {
  return `${escaped(subject.what)}  [${subject.kind}, ${escaped(subject.where)}]`;
}

function keyOf(finding: Finding): string {
  return JSON.stringify([finding.subject.kind, finding.subject.what, finding.subject.where]);
}

/** Groups in order of first appearance. */
function groups<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const found = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    const group = found.get(name);
    if (group) group.push(item);
    else found.set(name, [item]);
  }
  return [...found.values()];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function dayAndTime(instant: Date): string {
  return `${instant.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
