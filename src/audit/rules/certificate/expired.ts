/** The end of its validity has passed. */
import { fail, PASS } from '../../../findings/rule.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const expired: CertificateRule = {
  id: 'expired',
  title: 'Expired',
  severity: 'error',
  citation: 'RFC 5280, 4.1.2.5 and 6.1.3 (a)(2)',
  subject: 'certificate',
  zos: { code: 401, because: 'a certificate of the chain has passed its end date', confidence: 'documented' },
  applies: () => true,
  check({ certificate }, { now }) {
    const end = certificate.notAfter;
    // The last second belongs to the validity; certificates know no fractions.
    if (end.getTime() + 1000 > now.getTime()) return PASS;
    return fail(`it expired on ${end.toISOString().slice(0, 10)} (${days(now.getTime() - end.getTime())} ago)`);
  },
  ...mendedBy({ end: true }),
};

function days(span: number): string {
  const count = Math.floor(span / 86_400_000);
  return count === 1 ? '1 day' : `${count} days`;
}
