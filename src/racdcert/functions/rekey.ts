/**
 * RACDCERT REKEY: makes a self-signed copy of a certificate with a new key pair; the original stays as it is.
 *
 * RACF Command Language Reference, "RACDCERT REKEY".
 */
import { put, type ChangeSet } from '../../core/change.ts';
import type { CommandView } from '../../core/view.ts';
import { group, label, optional } from '../../tso/declare.ts';
import { signatureFor } from '../../x509/algorithms.ts';
import { issueCertificate } from '../../x509/issue.ts';
import type { KeyPair } from '../../x509/keys.ts';
import { parsePublicKey } from '../../x509/public-key.ts';
import { entryWithKey } from '../new-certificate/entry-with-key.ts';
import { type Context, defineFunction } from '../function.ts';
import { concluded, isRefusal, refused } from '../refusal.ts';
import { planRekey, type RekeyPlan } from '../new-certificate/rekey-plan.ts';
import { SELF_SIGNED_SERIAL } from '../new-certificate/serial.ts';

export const rekey = defineFunction({
  name: 'REKEY',
  summary: 'Make a self-signed copy of a certificate with a new key pair',
  value: optional(group({ LABEL: label() })),
  owner: 'certificate',
  operands: ['SIZE', 'NOTBEFORE', 'NOTAFTER', 'WITHLABEL', 'RSA', 'NISTECC', 'BPECC', 'DSA', 'ICSF', 'PCICC'],
  messages: [
    'IRRD107I',
    'IRRD128I',
    'IRRD130I',
    'IRRD133I',
    'IRRD156I',
    'IRRD160I',
    'IRRD165I',
    'IRRD175I',
    'RNGT001I',
    'RNGT013I',
    'RNGT019I',
    'RNGT032I',
    'RNGT033I',
    'RNGT035I',
    'RNGT038I',
    'RNGT050I',
    'RNGT070I',
    'RNGT071I',
  ],
  rules: [
    { text: 'The original and its ring connections are not changed.', confidence: 'documented' },
    {
      text: 'The copy signs itself. To have it signed by a CA: GENREQ from it, then GENCERT with SIGNWITH or ADD of the answer, all before ROLLOVER.',
      confidence: 'documented',
    },
    {
      text: 'Copied are the name, the key usage and the subject alternative name; for other names or extensions use GENCERT.',
      confidence: 'documented',
    },
    { text: 'The basic constraints are copied as well, so that a CA stays one.', confidence: 'assumed' },
    {
      text: 'Kind, size and place of the new key are those of the original unless operands differ.',
      confidence: 'assumed',
    },
    { text: 'Key usage that does not go with the kind of the new key is refused (IRRD156I).', confidence: 'assumed' },
    {
      text: 'The serial number is zero; where name and zero are taken, the next free number of the counter of the original.',
      confidence: 'assumed',
    },
    { text: 'The new certificate is trusted, and connected to no ring.', confidence: 'assumed' },
  ],
  async run(view, { value, owner, operands }, context) {
    const plan = await planRekey(view, value?.LABEL, owner, operands, context);
    if (isRefusal(plan)) return refused(plan);
    const pair = await context.keys.generate(plan.key.spec);
    return concluded([], { changes: await recorded(view, plan, signedByItself(plan, pair), pair, context) });
  },
});

function signedByItself(plan: RekeyPlan, { pkcs8, spki }: KeyPair): Uint8Array {
  const { subject, serial, validity, extensions } = plan;
  return issueCertificate({
    subject,
    issuer: subject,
    serial,
    ...validity,
    spki,
    extensions: extensions.withKey(spki),
    signWith: { pkcs8, algorithm: signatureFor(parsePublicKey(spki)) },
  });
}

/** The new certificate and its key. A number taken from the original's counter is counted there, and is the copy's last. */
async function recorded(
  view: CommandView,
  { original, label: newLabel, serial, key }: RekeyPlan,
  der: Uint8Array,
  pair: KeyPair,
  { now, user }: Context,
): Promise<ChangeSet> {
  const made = { label: newLabel, der, status: 'TRUST', created: now.toISOString(), createdBy: user } as const;
  const lastSerial = serial.toString();
  const counted = serial === SELF_SIGNED_SERIAL ? [] : [put({ ...original, lastSerial })];
  return [...counted, ...(await entryWithKey(view, original.owner, made, pair, key.place, { lastSerial }))];
}
