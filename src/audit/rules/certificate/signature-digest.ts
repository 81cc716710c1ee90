/** MD5, SHA-1 or SHA-224 under a certificate whose signature a peer checks. */
import { DOES_NOT_APPLY, fail, PASS, unknown } from '../../../findings/rule.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const signatureDigest: CertificateRule = {
  id: 'signature-digest',
  title: 'Signed with a weak digest',
  severity: 'error',
  citation:
    'RFC 8446, 4.4.2.4 (abort on MD5, SHA-1 deprecated) and 4.2.3; self-signed certificates are not judged, 4.4.2.2',
  subject: 'certificate',
  zos: { code: 414, because: 'the digest or signature algorithm is not accepted in TLS 1.3', confidence: 'seen' },
  // Nobody relies on the signature of a self-signed certificate: it is trusted for being there.
  applies: ({ selfSigned }) => selfSigned === 'no' || selfSigned === 'invalid',
  check({ certificate }, { profile }) {
    const { digest, scheme, name, oid } = certificate.signatureAlgorithm;
    if (scheme === 'ed25519' || scheme === 'ed448') return DOES_NOT_APPLY;
    if (scheme === null || digest === null)
      return unknown(`the signature algorithm ${oid} is not one that is known here`);
    if (scheme === 'dsa') {
      return fail(`it is signed with DSA (${name}), which TLS 1.3 does not have`, { zos: BY_PAIRS });
    }
    if (profile.digests.includes(digest)) return PASS;
    const shown = name === 'UNKNOWN' ? oid : name;
    return fail(
      `it is signed with ${digest.toUpperCase().replace('SHA', 'SHA-')} (${shown}); SHA-256 or better is needed`,
      digest === 'sha224' ? { zos: BY_PAIRS } : {},
    );
  },
  ...mendedBy({}),
};

const BY_PAIRS = {
  code: 467,
  because: 'the algorithm is not in the list of signature algorithm pairs',
  confidence: 'assumed',
} as const;
