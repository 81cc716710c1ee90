/** An empty password protects nothing. */
import { fail, PASS } from '../../../findings/rule.ts';
import { byHand } from '../../mend/racdcert.ts';
import type { PackageRule } from '../../subject.ts';

export const packagePassword: PackageRule = {
  id: 'package-password',
  title: 'Package opens without a password',
  severity: 'warning',
  citation: 'RFC 7292, 4.1 and appendix B',
  subject: 'package',
  zos: null,
  applies: ({ keys }) => keys > 0,
  check: ({ emptyPassword }) =>
    emptyPassword ? fail('it opens with the empty password, so anyone who has the file has its private key') : PASS,
  mend: () => [byHand('write it again with a long random password, and delete this file')],
};
