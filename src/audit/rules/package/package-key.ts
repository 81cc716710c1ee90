/** A package for a server or client must hold a certificate together with its key. */
import { fail, PASS } from '../../../findings/rule.ts';
import { byHand } from '../../mend/racdcert.ts';
import type { PackageRule } from '../../subject.ts';

export const packageKey: PackageRule = {
  id: 'package-key',
  title: 'No certificate with its private key',
  severity: 'warning',
  citation: 'System SSL Programming, SSL function return codes, 428',
  subject: 'package',
  zos: { code: 428, because: 'the package holds no private key for its certificate', confidence: 'documented' },
  applies: ({ keys, certificates }) => keys > 0 || certificates.length > 0,
  check({ hasLeaf, keys }) {
    if (hasLeaf) return PASS;
    return keys === 0
      ? fail('it holds certificates but no private key: good for trusting, not for serving')
      : fail('none of its certificates belongs to its private key', { severity: 'error' });
  },
  mend: () => [byHand('export it again together with the private key')],
};
