/** A certificate that signs others without saying that it may. */
import { fail, PASS } from '../../../findings/rule.ts';
import { basicConstraints } from '../../../x509/extensions/basic-constraints.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const caBasicConstraints: CertificateRule = {
  id: 'ca-basic-constraints',
  title: 'CA without basicConstraints',
  severity: 'error',
  citation: 'RFC 5280, 4.2.1.9 and 6.1.4 (k)',
  subject: 'certificate',
  zos: { code: 8, also: [414], because: 'an issuer is not marked as a CA', confidence: 'assumed' },
  applies: ({ role }) => role === 'authority',
  check({ certificate, selfSigned }) {
    if (basicConstraints(certificate)?.cA === true) return PASS;
    // An anchor is trusted as it stands; whether its extensions count depends on the validation mode.
    return selfSigned === 'valid'
      ? fail(
          'it is used as a root without basicConstraints CA: older validation modes may take it, RFC 5280 peers may not',
          {
            severity: 'warning',
          },
        )
      : fail('it signs others but has no basicConstraints CA, so what it signed cannot be validated');
  },
  ...mendedBy({ authority: true }),
};
