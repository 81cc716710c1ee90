/** Old encryption around private keys. 3DES with SHA-1 is what z/OS before 3.2 needs, and worth a note only. */
import { fail, PASS, unknown } from '../../../findings/rule.ts';
import { byHand } from '../../mend/racdcert.ts';
import type { PackageRule } from '../../subject.ts';

export const packageEncryption: PackageRule = {
  id: 'package-encryption',
  title: 'Weak package encryption',
  severity: 'note',
  citation: 'RFC 8018, B; NIST SP 800-131A r2, section 2 (3DES ends with 2023); RFC 7292, appendix C',
  subject: 'package',
  zos: null,
  applies: ({ keys }) => keys > 0,
  check({ encryption, mac }) {
    const broken = encryption.filter((name) => /RC2|RC4|\bDES\b|MD2|MD5/.test(name));
    if (broken.length > 0)
      return fail(`it is encrypted with ${broken.join('; ')}, which is broken`, { severity: 'warning' });
    const old = encryption.filter((name) => /3DES/.test(name));
    if (old.length > 0) {
      return fail(
        `it is encrypted with ${old.join('; ')}: fit for z/OS before 3.2, weak elsewhere; delete the file after use`,
      );
    }
    if (encryption.length === 0) return fail('its keys are not encrypted at all', { severity: 'warning' });
    if (mac === null) return unknown('it has no MAC, so nothing shows whether it was altered');
    return PASS;
  },
  mend: () => [byHand('write it again with the modern profile, unless a z/OS release before 3.2 is to read it')],
};
