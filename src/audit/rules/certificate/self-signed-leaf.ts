/** A server or client certificate that signed itself, and that nobody is told to trust as a CA. */
import { fail, PASS } from '../../../findings/rule.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const selfSignedLeaf: CertificateRule = {
  id: 'self-signed-leaf',
  title: 'Self-signed leaf',
  severity: 'error',
  citation: 'System SSL Programming, SSL function return codes, 417; RFC 5280, 6.1',
  subject: 'certificate',
  zos: { code: 417, because: 'a self-signed certificate is not connected as a CA', confidence: 'documented' },
  applies: ({ role }) => role === 'leaf',
  check({ selfSigned, origin }) {
    if (selfSigned === 'no' || selfSigned === 'invalid') return PASS;
    if (origin.kind === 'store' && origin.usages.includes('CERTAUTH')) return PASS;
    return fail('it is self-signed and is not a CA: a partner can trust it only by name, one by one');
  },
  ...mendedBy({ signedByCa: true }),
};
