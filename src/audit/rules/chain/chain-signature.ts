/** Each certificate of the chain must be signed with the key of the one above it. */
import { fail, PASS, unknown } from '../../../findings/rule.ts';
import { listingName } from '../../../x509/name.ts';
import { byHand } from '../../mend/racdcert.ts';
import type { ChainRule } from '../../subject.ts';

export const chainSignature: ChainRule = {
  id: 'chain-signature',
  title: 'Signature does not verify',
  severity: 'error',
  citation: 'RFC 5280, 6.1.3 (a)(1)',
  subject: 'chain',
  zos: {
    code: 8,
    also: [414, 413],
    because: 'a signature of the chain was not made with the key of its issuer',
    confidence: 'assumed',
  },
  applies: ({ certificates, wrongKey }) => certificates.length > 1 || wrongKey,
  check({ certificates, signatures, wrongKey }) {
    if (wrongKey) {
      const issuer = listingName(certificates.at(-1)?.issuer ?? { der: new Uint8Array(), rdns: [] });
      return fail(
        `${position(certificates.length)} was not signed with the key of ${issuer} that is here: the CA has another key now, or the certificate was altered`,
      );
    }
    const bad = signatures.indexOf('invalid');
    if (bad !== -1) return fail(`the signature of ${position(bad + 1)} is wrong`);
    const open = signatures.indexOf('unknown');
    if (open !== -1)
      return unknown(`the signature of ${position(open + 1)} uses an algorithm or key that cannot be checked here`);
    return PASS;
  },
  mend: () => [
    byHand("get the certificate of the CA's key that really signed it, or have it signed again by the CA that is here"),
  ],
};

function position(number: number): string {
  return number === 1 ? 'the certificate' : `certificate ${number} of its chain`;
}
