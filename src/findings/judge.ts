/** Puts one rule to one subject. A rule that throws becomes a fatal finding of its own; the run goes on. */
import { isRingtoolError } from '../core/errors.ts';
import { type Finding, type OpenQuestion, zosMeaning } from './finding.ts';
import type { MendStep, Rule, SubjectName } from './rule.ts';

/** The answer of a rule, with what follows from it. */
export type Judgement =
  | { readonly kind: 'pass' }
  | { readonly kind: 'does-not-apply' }
  | { readonly kind: 'unknown'; readonly question: OpenQuestion }
  | { readonly kind: 'finding'; readonly finding: Finding };

const PASSED: Judgement = { kind: 'pass' };
const NOT_APPLICABLE: Judgement = { kind: 'does-not-apply' };

export function judge<Subject extends SubjectName, Context>(
  rule: Rule<Subject, Context>,
  subject: Subject,
  context: Context,
): Judgement {
  try {
    if (!rule.applies(subject, context)) return NOT_APPLICABLE;
    const outcome = rule.check(subject, context);
    switch (outcome.kind) {
      case 'pass':
        return PASSED;
      case 'does-not-apply':
        return NOT_APPLICABLE;
      case 'unknown':
        return unanswered(rule, subject, outcome.why);
      case 'fail': {
        const link = outcome.zos === undefined ? rule.zos : outcome.zos;
        return {
          kind: 'finding',
          finding: {
            rule: rule.id,
            title: rule.title,
            severity: outcome.severity ?? rule.severity,
            subject: nameOf(subject),
            detail: outcome.detail,
            citation: rule.citation,
            zos: link === null ? null : zosMeaning(link),
            mend: mendOf(rule, subject, context),
          },
        };
      }
    }
  } catch (error) {
    // Bytes of the subject that cannot be read are the subject's fault, not the rule's.
    if (isRingtoolError(error) && error.code.startsWith('x509/')) {
      return unanswered(rule, subject, error.message);
    }
    return { kind: 'finding', finding: broken(rule, subject, error) };
  }
}

function unanswered<Subject extends SubjectName, Context>(
  rule: Rule<Subject, Context>,
  subject: Subject,
  why: string,
): Judgement {
  return { kind: 'unknown', question: { rule: rule.id, title: rule.title, subject: nameOf(subject), why } };
}

/** A subject may carry certificates and keys; a finding keeps only its name. */
function nameOf(subject: SubjectName): SubjectName {
  return { kind: subject.kind, what: subject.what, where: subject.where };
}

/** A mend that cannot be worded must not hide the failure it belongs to. */
function mendOf<Subject extends SubjectName, Context>(
  rule: Rule<Subject, Context>,
  subject: Subject,
  context: Context,
): readonly MendStep[] {
  try {
    return rule.mend(subject, context);
  } catch {
    return [{ kind: 'by-hand', text: 'no commands could be worked out for this one' }];
  }
}

function broken<Subject extends SubjectName, Context>(
  rule: Rule<Subject, Context>,
  subject: Subject,
  error: unknown,
): Finding {
  // Only our own errors are known to hold no secrets and to be one plain sentence.
  const reason = isRingtoolError(error)
    ? `: ${error.message} (${error.code})`
    : error instanceof Error
      ? ` (${error.name})`
      : '';
  return {
    rule: rule.id,
    title: rule.title,
    severity: 'fatal',
    subject: nameOf(subject),
    detail: `the rule ${rule.id} broke on this ${subject.kind}, so it was not judged${reason}`,
    citation: rule.citation,
    zos: null,
    mend: [],
  };
}
