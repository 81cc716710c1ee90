/** The start of its validity is still to come. */
import { fail, PASS } from '../../../findings/rule.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const notYetValid: CertificateRule = {
  id: 'not-yet-valid',
  title: 'Not yet valid',
  severity: 'error',
  citation: 'RFC 5280, 4.1.2.5 and 6.1.3 (a)(2)',
  subject: 'certificate',
  zos: { code: 401, because: 'a certificate of the chain has not reached its start date', confidence: 'documented' },
  applies: () => true,
  check({ certificate }, { now }) {
    const start = certificate.notBefore;
    if (start.getTime() <= now.getTime()) return PASS;
    return fail(`it is not valid before ${start.toISOString().slice(0, 19).replace('T', ' ')} UTC`);
  },
  ...mendedBy({
    before: 'wait until then, or check the clock and the time zone it was made with; else issue it again:',
  }),
};
