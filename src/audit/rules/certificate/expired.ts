import { fail, PASS } from '../../../findings/rule.ts';
import { reissue } from '../../mend/certificate.ts';
import type { CertificateRule } from '../../subject.ts';

/** The end of its validity has passed. */
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
  mend: (subject, { now }) => reissue(subject, { racdcert: `NOTAFTER(DATE(${newEnd(now, subject.role)}))` }),
};

function days(span: number): string {
  const count = Math.floor(span / 86_400_000);
  return count === 1 ? '1 day' : `${count} days`;
}

/** A year for a leaf, ten for a CA: what their owners usually want, and easily changed. */
function newEnd(now: Date, role: 'leaf' | 'authority'): string {
  const end = new Date(now.getTime());
  end.setUTCFullYear(end.getUTCFullYear() + (role === 'leaf' ? 1 : 10));
  return end.toISOString().slice(0, 10);
}
