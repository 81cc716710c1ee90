/** Without a DNS name or address in it, peers that check the host name refuse a server certificate. */
import { fail, PASS } from '../../../findings/rule.ts';
import { extKeyUsage } from '../../../x509/extensions/ext-key-usage.ts';
import { subjectAltNames } from '../../../x509/extensions/subject-alt-name.ts';
import { mendedBy } from '../../mend/plan.ts';
import type { CertificateRule } from '../../subject.ts';
import { KEY_PURPOSES } from '../../../x509/oids.ts';

export const sanMissing: CertificateRule = {
  id: 'san-missing',
  title: 'No host name in subjectAltName',
  severity: 'warning',
  citation: 'RFC 9525, 6.3 (the common name is no longer looked at); RFC 8446, 4.4.2.2',
  subject: 'certificate',
  zos: null,
  // A certificate for clients only carries no host.
  applies({ role, certificate }) {
    if (role !== 'leaf') return false;
    const purposes = extKeyUsage(certificate)?.map((oid) => KEY_PURPOSES.get(oid)) ?? null;
    return purposes === null || !purposes.includes('clientAuth') || purposes.includes('serverAuth');
  },
  check({ certificate }) {
    const names = subjectAltNames(certificate) ?? [];
    if (names.some(({ kind }) => kind === 'dns' || kind === 'ip')) return PASS;
    return fail('its subjectAltName names no host or address: as a server, it is refused by peers that check the host');
  },
  ...mendedBy({ host: true }),
};
