/**
 * RACDCERT ALTER: changes the trust status or the label of a certificate.
 *
 * RACF Command Language Reference, "RACDCERT ALTER".
 */
import { deleteCertificate, put, type ChangeSet } from '../../core/change.ts';
import type { CertificateEntry } from '../../core/entities.ts';
import { group, optional } from '../../tso/declare.ts';
import { certificateOf } from '../stored-certificate.ts';
import { renameInRings } from '../rings/connections.ts';
import { defineFunction } from '../function.ts';
import { say } from '../messages.ts';
import { SELECTION_OPERANDS } from '../operands.ts';
import { concluded, refuse, refused } from '../refusal.ts';
import { selectOne } from '../selection.ts';
import { askedStatus } from '../chains/trust.ts';
import { isInDate } from '../new-certificate/validity.ts';

export const alter = defineFunction({
  name: 'ALTER',
  summary: 'Change the trust status or the label of a certificate',
  value: optional(group(SELECTION_OPERANDS)),
  owner: 'certificate',
  operands: ['TRUST', 'NOTRUST', 'HIGHTRUST', 'NEWLABEL'],
  messages: ['IRRD105I', 'IRRD107I', 'IRRD175I', 'RNGT001I', 'RNGT024I', 'RNGT034I'],
  rules: [
    { text: 'The parentheses may be left out when the owner has one certificate only.', confidence: 'documented' },
    { text: 'HIGHTRUST is for CERTAUTH; elsewhere it counts as TRUST.', confidence: 'seen' },
    { text: 'A new label is a new label in all rings as well.', confidence: 'assumed' },
    { text: 'What tokens hold of the certificate is not changed.', confidence: 'documented' },
    { text: 'TRUST for a certificate that is not in date is accepted and pointed out.', confidence: 'assumed' },
  ],
  async run(view, request, context) {
    const { owner, operands } = request;
    const selected = await selectOne(view, owner, request.value);
    if (selected.kind === 'none') return concluded([selected.message], {});
    const before = selected.entry;
    const label = operands.NEWLABEL ?? before.label;
    const renamed = label !== before.label;
    if (renamed && (await view.certificate(owner, label)) !== null) return refused(refuse(say('RNGT001I', {})));
    const status = askedStatus(operands, owner) ?? before.status;
    const after: CertificateEntry = { ...before, label, status };
    const changes: ChangeSet = renamed
      ? [deleteCertificate(owner, before.label), put(after), ...(await renameInRings(view, before, label))]
      : status === before.status
        ? []
        : [put(after)];
    // Trusting a certificate that is not valid now is allowed, and pointed out.
    const trusts = askedStatus(operands, owner) !== null && status !== 'NOTRUST';
    const doubtful = trusts && !isInDate(certificateOf(after), context.now);
    return concluded(doubtful ? [say('RNGT024I', {})] : [], { changes });
  },
});
