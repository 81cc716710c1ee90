/** A CA that limits how many CAs may stand below it. */
import { fail, PASS } from '../../../findings/rule.ts';
import { basicConstraints } from '../../../x509/extensions/basic-constraints.ts';
import { isSelfIssued } from '../../../x509/verify.ts';
import { byHand } from '../../mend/racdcert.ts';
import type { ChainRule } from '../../subject.ts';

export const pathLength: ChainRule = {
  id: 'path-length',
  title: 'Path length exceeded',
  severity: 'error',
  citation: 'RFC 5280, 4.2.1.9 and 6.1.4 (l), (m)',
  subject: 'chain',
  zos: {
    code: 8,
    also: [414],
    because: 'more CAs stand below an issuer than its basicConstraints allow',
    confidence: 'assumed',
  },
  applies: ({ certificates }) => certificates.length > 1,
  check({ certificates }) {
    for (const [index, issuer] of certificates.entries()) {
      const allowed = index === 0 ? null : (basicConstraints(issuer)?.pathLength ?? null);
      if (allowed === null) continue;
      // Self-issued certificates (a CA's roll-over to a new key) do not count.
      const below = certificates.slice(1, index).filter((one) => !isSelfIssued(one)).length;
      if (below > allowed) {
        return fail(`certificate ${index + 1} of its chain allows ${allowed} CAs below it, and has ${below}`);
      }
    }
    return PASS;
  },
  mend: () => [byHand('have the leaf signed by a CA higher up, or the CA certificate issued again without the limit')],
};
