/** RSA keys above the 4096 bits that RACDCERT makes and z/OS software is believed to stop at. */
import { fail, PASS } from '../../../findings/rule.ts';
import { RSA_2048 } from '../../mend/need.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const rsaTooBig: CertificateRule = {
  id: 'rsa-too-big',
  title: 'RSA key larger than z/OS may take',
  severity: 'warning',
  citation: 'RACF Command Language Reference, RACDCERT GENCERT, SIZE: RSA keys up to 4096 bits',
  subject: 'certificate',
  zos: null,
  applies: ({ certificate }) => certificate.publicKey.kind === 'RSA' || certificate.publicKey.kind === 'RSA-PSS',
  check({ certificate }, { profile }) {
    const { size } = certificate.publicKey;
    if (size <= profile.rsaBits.max) return PASS;
    return fail(`the RSA key has ${size} bits; z/OS may fail above ${profile.rsaBits.max}, and RACDCERT makes none`);
  },
  ...mendedBy({ key: RSA_2048 }),
};
