/** RSA keys below what TLS 1.3 takes: surely for a leaf, probably for a CA as well. */
import { fail, PASS, unknown } from '../../../findings/rule.ts';
import { RSA_2048 } from '../../mend/need.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const rsaTooSmall: CertificateRule = {
  id: 'rsa-too-small',
  title: 'RSA key too small',
  severity: 'error',
  citation: 'System SSL requirements for TLS V1.3: RSA keys of at least 2048 bits; NIST SP 800-131A r2, section 3',
  subject: 'certificate',
  zos: { code: 528, because: 'an RSA key has fewer than 2048 bits', confidence: 'seen' },
  applies: ({ certificate }) => certificate.publicKey.kind === 'RSA' || certificate.publicKey.kind === 'RSA-PSS',
  check({ certificate, role }, { profile }) {
    const { size } = certificate.publicKey;
    if (size === 0) return unknown('the size of the RSA key cannot be told');
    if (size >= profile.rsaBits.min) return PASS;
    const detail = `the RSA key has ${size} bits; ${profile.rsaBits.min} or more are needed`;
    // That the limit holds for every key of the chain is not documented.
    return role === 'leaf'
      ? fail(detail)
      : fail(`${detail}; for the key of a CA it may fail`, {
          zos: { code: 528, because: 'an RSA key of the chain has fewer than 2048 bits', confidence: 'assumed' },
        });
  },
  ...mendedBy({ key: RSA_2048 }),
};
