/** RACDCERT CONNECT: puts a certificate into a key ring. RACF Command Language Reference, "RACDCERT CONNECT". */
import { outcome } from '../../core/outcome.ts';
import { group, optional } from '../../tso/declare.ts';
import { connect as connectBoth, naturalUsage } from '../connections.ts';
import { defineFunction } from '../function.ts';
import { CONNECT_OPERANDS } from '../operands.ts';
import { say } from '../messages.ts';
import { refuse, refused } from '../refusal.ts';
import { ringTarget } from '../ring-target.ts';

export const connect = defineFunction({
  name: 'CONNECT',
  summary: 'Add a certificate to a key ring, or change how it is connected',
  value: optional(group(CONNECT_OPERANDS)),
  owner: 'ring',
  operands: [],
  async run(view, request) {
    const target = await ringTarget(view, request.value, request.owner);
    if (target.kind === 'refusal') return refused(target);
    const { ring, owner, certificate } = target;
    if (certificate === null) return refused(refuse(say('IRRD107I', {})));
    const usage = request.value?.USAGE ?? naturalUsage(owner);
    const isDefault = request.value?.DEFAULT ?? false;
    return outcome({ changes: connectBoth(ring, certificate, { usage, default: isDefault }) });
  },
});
