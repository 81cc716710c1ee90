/** Keys that TLS 1.3 knows and System SSL probably does not: Ed25519, Ed448, RSA-PSS; and unknown ones. */
import { fail, PASS, unknown } from '../../../findings/rule.ts';
import { P_256 } from '../../mend/need.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const keyType: CertificateRule = {
  id: 'key-type',
  title: 'Key type that z/OS may not take',
  severity: 'warning',
  citation: 'RFC 8446, 4.2.3; System SSL Programming, supported signature algorithms',
  subject: 'certificate',
  zos: { code: 412, because: 'System SSL does not support the type of key', confidence: 'assumed' },
  applies: ({ certificate }) => !ORDINARY.has(certificate.publicKey.kind),
  check({ certificate }) {
    const { kind } = certificate.publicKey;
    if (kind === 'Ed25519' || kind === 'Ed448') return fail(`the key is ${kind}, which System SSL may not support`);
    if (kind === 'RSA-PSS') return unknown('whether System SSL takes a key of the RSASSA-PSS type is not documented');
    if (kind === 'UNKNOWN') return unknown('the type of the key is not one that is known here');
    return PASS;
  },
  ...mendedBy({ key: P_256 }),
};

/** Types with rules of their own. */
const ORDINARY: ReadonlySet<string> = new Set(['RSA', 'DSA', 'NIST ECC', 'Brainpool ECC', 'OTHER EC']);
