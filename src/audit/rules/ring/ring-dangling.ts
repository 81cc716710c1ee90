/** Connections that lead nowhere, or to bytes that are no certificate. */
import { fail, PASS } from '../../../findings/rule.ts';
import { namesOf } from '../../ring-names.ts';
import { remove } from '../../mend/racdcert.ts';
import type { RingRule } from '../../subject.ts';

export const missingCertificate: RingRule = {
  id: 'ring-dangling',
  title: 'Connection without a certificate',
  severity: 'error',
  citation: 'RACF Security Administrator\'s Guide, "Key rings"',
  subject: 'ring',
  zos: { code: 6, also: [407], because: 'the certificate of a connection is gone', confidence: 'assumed' },
  applies: ({ members }) => members.length > 0,
  check({ members }) {
    const dangling = members.filter(({ certificate }) => certificate === null);
    return dangling.length === 0 ? PASS : fail(`no readable certificate behind: ${namesOf(dangling)}`);
  },
  mend: (ring) =>
    ring.members
      .filter(({ certificate }) => certificate === null)
      .map(({ connection }) => remove(ring, connection.owner, connection.label)),
};
