/** A CA whose key usage does not let it sign certificates. */
import { fail, PASS } from '../../../findings/rule.ts';
import { keyUsage } from '../../../x509/extensions/key-usage.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const caKeyUsage: CertificateRule = {
  id: 'ca-key-usage',
  title: 'CA key usage without keyCertSign',
  severity: 'error',
  citation: 'RFC 5280, 4.2.1.3 and 6.1.4 (n)',
  subject: 'certificate',
  zos: { code: 440, also: [8], because: 'the keyUsage of an issuer lacks keyCertSign', confidence: 'assumed' },
  applies: ({ role, certificate }) => role === 'authority' && keyUsage(certificate) !== null,
  check: ({ certificate }) =>
    keyUsage(certificate)?.keyCertSign
      ? PASS
      : fail('its keyUsage lacks keyCertSign, so what it signed cannot be validated'),
  ...mendedBy({ authority: true }),
};
