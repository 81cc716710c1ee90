/** Extensions that the other rules ask about, and whose bytes are not what their standard says. */
import { isRingtoolError } from '../../../core/errors.ts';
import { fail, PASS } from '../../../findings/rule.ts';
import { basicConstraints } from '../../../x509/extensions/basic-constraints.ts';
import { extKeyUsage } from '../../../x509/extensions/ext-key-usage.ts';
import { keyUsage } from '../../../x509/extensions/key-usage.ts';
import { subjectAltNames } from '../../../x509/extensions/subject-alt-name.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';

export const extensionsUnreadable: CertificateRule = {
  id: 'extensions-unreadable',
  title: 'Damaged extension',
  severity: 'error',
  citation: 'RFC 5280, 4.2',
  subject: 'certificate',
  zos: { code: 10, also: [414], because: 'an extension is not encoded as its standard demands', confidence: 'assumed' },
  applies: ({ certificate }) => certificate.extensions.length > 0,
  check({ certificate }) {
    for (const [name, read] of READERS) {
      try {
        read(certificate);
      } catch (error) {
        if (!isRingtoolError(error)) throw error;
        return fail(`its ${name} cannot be read: ${error.message}`);
      }
    }
    return PASS;
  },
  ...mendedBy({}),
};

const READERS = [
  ['keyUsage', keyUsage],
  ['basicConstraints', basicConstraints],
  ['extKeyUsage', extKeyUsage],
  ['subjectAltName', subjectAltNames],
] as const;
