/** A finding: one rule's failure on one subject, with all that a person or a program needs to act on it. */
import type { MendStep, RuleSeverity, SubjectName, ZosLink } from './rule.ts';
import { type CodeConfidence, systemSslCode, UNLISTED_TEXT } from './system-ssl-codes.ts';

/** `fatal`: the rule itself broke on this subject, so nothing can be said about it. */
export type FindingSeverity = RuleSeverity | 'fatal';

/** Mildest first. */
export const SEVERITIES: readonly FindingSeverity[] = ['note', 'warning', 'error', 'fatal'];

/** True when `severity` is `floor` or worse. */
export function atLeastSeverity(severity: FindingSeverity, floor: FindingSeverity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(floor);
}

/** What z/OS is expected to say: the dictionary's own text, and the usual reason apart from it. */
export interface ZosMeaning {
  readonly code: number;
  readonly name: string | null;
  /** The text of the code's dictionary entry. */
  readonly text: string;
  readonly because: string;
  readonly also: readonly number[];
  readonly confidence: CodeConfidence;
}

export interface Finding {
  readonly rule: string;
  readonly title: string;
  readonly severity: FindingSeverity;
  readonly subject: SubjectName;
  readonly detail: string;
  readonly citation: string;
  readonly zos: ZosMeaning | null;
  readonly mend: readonly MendStep[];
}

/** A question a rule could not answer about a subject. */
export interface OpenQuestion {
  readonly rule: string;
  readonly title: string;
  readonly subject: SubjectName;
  readonly why: string;
}

/** Surest first; the weaker of two says how sure a statement is that rests on both. */
const CERTAINTY: readonly CodeConfidence[] = ['documented', 'seen', 'deduced', 'assumed'];

/** Joins a rule's link with the code table: as sure as the weaker of the two. */
export function zosMeaning(link: ZosLink): ZosMeaning {
  const row = systemSslCode(link.code);
  const confidence = row === null ? 'assumed' : weaker(row.confidence, link.confidence);
  return {
    code: link.code,
    name: row?.name ?? null,
    text: row?.text ?? UNLISTED_TEXT,
    because: link.because,
    also: link.also ?? [],
    confidence,
  };
}

function weaker(a: CodeConfidence, b: CodeConfidence): CodeConfidence {
  return CERTAINTY.indexOf(a) >= CERTAINTY.indexOf(b) ? a : b;
}
