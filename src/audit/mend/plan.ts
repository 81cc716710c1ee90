/** One plan a certificate: the finding that needs the most shows the commands for all, the others name it. */
import type { Finding } from '../../findings/finding.ts';
import type { MendStep } from '../../findings/rule.ts';
import type { AuditContext, CertificateRule, CertificateSubject } from '../subject.ts';
import { renewal } from './certificate.ts';
import { type Need, together } from './need.ts';
import { byHand } from './racdcert.ts';

/** The part of a rule that says what mends it: the need for the common plan, and the steps when it stands alone. */
export function mendedBy(need: Need): Pick<CertificateRule, 'need' | 'mend'> {
  return { need, mend: (subject, context) => renewal(subject, need, context) };
}

/** The findings of one certificate, mended together. Rules without a need keep the mend of their own. */
export function plannedTogether(
  findings: readonly Finding[],
  rules: readonly CertificateRule[],
  subject: CertificateSubject,
  context: AuditContext,
): readonly Finding[] {
  const needs = new Map<string, Need>();
  for (const { rule, severity } of findings) {
    const need = severity === 'fatal' ? undefined : rules.find(({ id }) => id === rule)?.need;
    if (need !== undefined) needs.set(rule, need);
  }
  if (needs.size < 2) return findings;
  const leader = ([...needs].find(([, { key }]) => key !== undefined) ?? [...needs][0])?.[0];
  const steps = stepsFor(subject, together([...needs.values()]), context);
  const what = steps.some(({ kind }) => kind !== 'by-hand') ? 'commands' : 'steps';
  return findings.map((finding) => {
    if (!needs.has(finding.rule)) return finding;
    const mend = finding.rule === leader ? steps : [byHand(`mended by the same ${what} as ${leader}`)];
    return { ...finding, mend };
  });
}

/** A plan that cannot be worded must not hide the findings. */
function stepsFor(subject: CertificateSubject, need: Need, context: AuditContext): readonly MendStep[] {
  try {
    return renewal(subject, need, context);
  } catch {
    return [byHand('no commands could be worked out for this one')];
  }
}
