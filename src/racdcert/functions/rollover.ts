/**
 * RACDCERT ROLLOVER: retires a certificate in favour of its successor, which REKEY has made.
 *
 * RACF Command Language Reference, "RACDCERT ROLLOVER".
 */
import { put } from '../../core/change.ts';
import type { CertificateEntry } from '../../core/entities.ts';
import { outcome } from '../../core/outcome.ts';
import { sameCertificate } from '../../core/owner.ts';
import { group, label, optional } from '../../tso/declare.ts';
import { defineFunction } from '../function.ts';
import { removeKey, withoutKey } from '../keys/key-removal.ts';
import { say } from '../messages.ts';
import { refuse, refused } from '../refusal.ts';
import { missingKeywords } from '../required.ts';
import { succeedInRings } from '../rings/rollover-rings.ts';
import { refuseSuccessor } from '../rollover-check.ts';

export const rollover = defineFunction({
  name: 'ROLLOVER',
  summary: 'Retire a certificate: delete its private key, and put its successor into its rings',
  value: optional(group({ LABEL: label() })),
  owner: 'certificate',
  operands: ['NEWLABEL', 'FORCE'],
  messages: ['IRRD107I', 'IRRD130I', 'IRRD175I', 'RNGT015I', 'RNGT072I', 'RNGT073I', 'RNGT074I', 'RNGT075I'],
  rules: [
    {
      text: 'The private key of the old certificate is deleted: it can never sign or decrypt again. The certificate stays, to check signatures.',
      confidence: 'documented',
    },
    {
      text: 'In rings where the old certificate is PERSONAL the new one takes its place; where it is CERTAUTH or SITE the new one is added and the old one stays.',
      confidence: 'documented',
    },
    { text: 'Usage, default and place in the ring are those of the old certificate.', confidence: 'assumed' },
    {
      text: 'The last serial number issued is copied to the new certificate, so that a CA goes on counting.',
      confidence: 'documented',
    },
    { text: 'Where the new certificate has issued higher numbers already, its own number stays.', confidence: 'own' },
    {
      text: 'Unless FORCE is given, the two must be different certificates of the same name with a private key each.',
      confidence: 'assumed',
    },
    {
      text: 'With FORCE and the same label twice, the private key is destroyed and nothing else is done.',
      confidence: 'assumed',
    },
  ],
  async run(view, { value, owner, operands: { NEWLABEL, FORCE } }) {
    const LABEL = value?.LABEL;
    if (LABEL === undefined || NEWLABEL === undefined) return refused(missingKeywords({ LABEL, NEWLABEL }));
    const old = await view.certificate(owner, LABEL);
    const successor = await view.certificate(owner, NEWLABEL);
    if (old === null || successor === null) return refused(refuse(say('IRRD107I', {})));
    const unfit = FORCE ? null : refuseSuccessor(old, successor);
    if (unfit !== null) return refused(unfit);
    const keyGoes = await removeKey(view, old);
    if (sameCertificate(old, successor)) return outcome({ changes: [...keyGoes, put(withoutKey(old))] });
    const { rings, oldRings, newRings } = await succeedInRings(view, old, successor);
    return outcome({
      changes: [
        ...keyGoes,
        put({ ...withoutKey(old), rings: oldRings }),
        put({ ...successor, rings: newRings, lastSerial: higher(old, successor) }),
        ...rings,
      ],
    });
  },
});

/** A number that was issued once is not issued again. */
function higher(old: CertificateEntry, successor: CertificateEntry): string {
  return BigInt(old.lastSerial) > BigInt(successor.lastSerial) ? old.lastSerial : successor.lastSerial;
}
