/** X.509 versions 1 and 2, but for an anchor, whose form a peer does not check. */
import { fail, PASS } from '../../../findings/rule.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const notVersion3: CertificateRule = {
  id: 'not-version-3',
  title: 'Not an X.509 version 3 certificate',
  severity: 'error',
  citation: 'RFC 8446, 4.4.2.2: the certificate type must be X.509v3; RFC 5280, 6.1.4 (k) for CAs',
  subject: 'certificate',
  zos: { code: 414, because: 'the certificate is older than version 3', confidence: 'assumed' },
  applies: ({ role, selfSigned }) => role === 'leaf' || selfSigned === 'no',
  check: ({ certificate }) =>
    certificate.version === 3
      ? PASS
      : fail(`it is an X.509 version ${certificate.version} certificate; TLS 1.3 needs version 3`),
  ...mendedBy({}),
};
