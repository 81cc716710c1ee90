/** System SSL names what it finds in a package by friendlyName, else by subject; an entry with neither is lost. */
import { fail, PASS } from '../../../findings/rule.ts';
import { byHand } from '../../mend/racdcert.ts';
import type { PackageRule } from '../../subject.ts';

export const packageNames: PackageRule = {
  id: 'package-names',
  title: 'Entry without a name',
  severity: 'warning',
  citation: 'System SSL Programming, SSL function return codes, 6',
  subject: 'package',
  zos: { code: 6, because: 'an entry has neither a friendlyName nor a subject name', confidence: 'documented' },
  applies: ({ certificates }) => certificates.length > 0,
  check({ certificates }) {
    const nameless = certificates.filter(
      ({ friendlyName, certificate }) => (friendlyName ?? '') === '' && certificate?.subject.rdns.length === 0,
    );
    return nameless.length === 0
      ? PASS
      : fail(`${nameless.length} of its certificates have neither a friendlyName nor a subject name`);
  },
  mend: () => [byHand('write the package again with a friendlyName (openssl pkcs12 -export -name LABEL)')],
};
