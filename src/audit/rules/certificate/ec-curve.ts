/** EC keys on curves that TLS 1.3 has no signature scheme for: P-192, P-224, Brainpool and the rest. */
import { fail, PASS, unknown } from '../../../findings/rule.ts';
import { P_256 } from '../../mend/need.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const ecCurve: CertificateRule = {
  id: 'ec-curve',
  title: 'EC key on a curve without TLS 1.3',
  severity: 'error',
  citation: 'RFC 8446, 4.2.3 (ECDSA is bound to P-256, P-384 and P-521) and 4.2.7; RFC 8734 for Brainpool',
  subject: 'certificate',
  zos: {
    code: 453,
    also: [467],
    because: 'the curve has no TLS 1.3 signature scheme that System SSL knows',
    confidence: 'assumed',
  },
  applies: ({ certificate }) => EC_KINDS.has(certificate.publicKey.kind),
  check({ certificate }, { profile }) {
    const { curve, kind } = certificate.publicKey;
    if (curve === null) return unknown('the curve is given by explicit parameters, or by an OID without a name here');
    if (profile.curves.includes(curve)) return PASS;
    const family = kind === 'Brainpool ECC' ? 'a Brainpool curve' : 'not a curve of TLS 1.3';
    return fail(`the key is on ${curve}, ${family}; take P-256, P-384 or P-521`);
  },
  ...mendedBy({ key: P_256 }),
};

const EC_KINDS: ReadonlySet<string> = new Set(['NIST ECC', 'Brainpool ECC', 'OTHER EC']);
