/** In TLS 1.3 every certificate signs the handshake; a key usage that forbids it ends there. */
import { fail, PASS } from '../../../findings/rule.ts';
import { keyUsage } from '../../../x509/extensions/key-usage.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const leafKeyUsage: CertificateRule = {
  id: 'leaf-key-usage',
  title: 'Key usage without digitalSignature',
  severity: 'error',
  citation: 'RFC 8446, 4.4.2.2: digitalSignature must be set if keyUsage is present; RFC 5280, 4.2.1.3',
  subject: 'certificate',
  zos: {
    code: 440,
    because: 'keyUsage lacks digitalSignature, which TLS 1.3 needs for every key',
    confidence: 'deduced',
  },
  applies: ({ role, certificate }) => role === 'leaf' && keyUsage(certificate) !== null,
  check({ certificate }) {
    if (keyUsage(certificate)?.digitalSignature) return PASS;
    return fail('its keyUsage does not allow digitalSignature, so its key cannot sign a TLS 1.3 handshake');
  },
  ...mendedBy({ handshake: true }),
};
