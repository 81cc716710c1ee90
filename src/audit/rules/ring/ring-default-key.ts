/** The certificate a server takes by default must come with its private key. */
import { hasPrivateKey } from '../../../core/entities.ts';
import { ownerText } from '../../../core/owner.ts';
import { fail, PASS, unknown } from '../../../findings/rule.ts';
import { bestDefault } from '../../mend/default.ts';
import { byHand, connect } from '../../mend/racdcert.ts';
import type { RingRule } from '../../subject.ts';

export const defaultWithoutKey: RingRule = {
  id: 'ring-default-key',
  title: 'Default certificate without a usable private key',
  severity: 'error',
  citation: 'Security Server RACF Callable Services, R_datalib; System SSL Programming, SSL function return codes, 428',
  subject: 'ring',
  zos: { code: 428, because: 'RACF has no private key for the certificate', confidence: 'documented' },
  applies: ({ members }) => members.some(({ connection }) => connection.default),
  check({ members }) {
    const found = members.find(({ connection }) => connection.default);
    if (found === undefined) return PASS;
    const { connection, entry } = found;
    const name = `${ownerText(connection.owner)} ${connection.label}`;
    if (entry === null) return unknown(`the default, ${name}, is not in the store`);
    if (!hasPrivateKey(entry)) return fail(`RACF has no private key for the default certificate, ${name}`);
    if (connection.usage !== 'PERSONAL') {
      return fail(
        `the default certificate, ${name}, is connected as ${connection.usage}: its key may not be handed out`,
        {
          zos: { code: 428, because: 'keys are given for PERSONAL connections only', confidence: 'assumed' },
        },
      );
    }
    return PASS;
  },
  mend(ring, context) {
    const found = ring.members.find(({ connection }) => connection.default);
    if (found?.entry && hasPrivateKey(found.entry)) {
      return [connect(ring, found.connection.owner, found.connection.label, 'USAGE(PERSONAL) DEFAULT')];
    }
    const other = bestDefault(ring, context);
    return other === null
      ? [
          byHand(
            'ADD the certificate again with its key (PKCS #12), or make a new one with GENCERT, and connect it with DEFAULT',
          ),
        ]
      : [connect(ring, other.connection.owner, other.connection.label, 'USAGE(PERSONAL) DEFAULT')];
  },
};
