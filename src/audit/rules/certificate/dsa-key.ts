/** TLS 1.3 has no DSA at all. */
import { fail } from '../../../findings/rule.ts';
import { P_256 } from '../../mend/need.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const dsaKey: CertificateRule = {
  id: 'dsa-key',
  title: 'DSA key',
  severity: 'error',
  citation: 'RFC 8446, 4.2.3: DSA signatures must not be offered or used',
  subject: 'certificate',
  zos: { code: 434, also: [412], because: 'TLS 1.3 cannot use a DSA key', confidence: 'assumed' },
  applies: () => true,
  check({ certificate }) {
    const { kind, size } = certificate.publicKey;
    return kind === 'DSA' ? fail(`the key is DSA (${size} bits), which TLS 1.3 does not have`) : { kind: 'pass' };
  },
  ...mendedBy({ key: P_256 }),
};
