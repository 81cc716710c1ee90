/**
 * RACDCERT GENCERT: makes a certificate, signed with its own key or another one, and a key pair for it.
 *
 * RACF Command Language Reference, "RACDCERT GENCERT".
 */
import { put, type ChangeSet } from '../../core/change.ts';
import { RingtoolError } from '../../core/errors.ts';
import type { Message } from '../../core/message.ts';
import { sameCertificate, type Owner } from '../../core/owner.ts';
import type { CommandView } from '../../core/view.ts';
import { dataSet, optional } from '../../tso/declare.ts';
import { signatureFor } from '../../x509/algorithms.ts';
import { issueCertificate } from '../../x509/issue.ts';
import type { KeyPair } from '../../x509/keys.ts';
import { parsePublicKey, type PublicKey } from '../../x509/public-key.ts';
import { planCertificate, type CertificatePlan } from '../new-certificate/certificate-plan.ts';
import { entryWithKey } from '../new-certificate/entry-with-key.ts';
import { type Context, defineFunction } from '../function.ts';
import { NO_KEY } from '../keys/key-place.ts';
import { say } from '../messages.ts';
import { newEntry } from '../new-certificate/new-entry.ts';
import { concluded, isRefusal, refused, type Refusal } from '../refusal.ts';
import { replace } from '../new-certificate/replace-same-key.ts';
import { signedWith, type Signer } from '../new-certificate/signer.ts';
import { isInDate, isWithin, overlap, type Validity } from '../new-certificate/validity.ts';

export const gencert = defineFunction({
  name: 'GENCERT',
  summary: 'Make a certificate, and a key pair for it unless a request brings the key',
  value: optional(dataSet()),
  owner: 'certificate',
  operands: [
    'SUBJECTSDN',
    'SIZE',
    'NOTBEFORE',
    'NOTAFTER',
    'WITHLABEL',
    'SIGNWITH',
    'RSA',
    'NISTECC',
    'BPECC',
    'DSA',
    'ICSF',
    'PCICC',
    'FROMICSF',
    'KEYUSAGE',
    'ALTNAME',
  ],
  messages: [
    'IKJ56228I',
    'IRRD103I',
    'IRRD107I',
    'IRRD109I',
    'IRRD128I',
    'IRRD130I',
    'IRRD133I',
    'IRRD156I',
    'IRRD160I',
    'IRRD165I',
    'IRRD175I',
    'IRRD192I',
    'IRRD194I',
    'RNGT001I',
    'RNGT002I',
    'RNGT010I',
    'RNGT011I',
    'RNGT012I',
    'RNGT013I',
    'RNGT019I',
    'RNGT022I',
    'RNGT026I',
    'RNGT027I',
    'RNGT030I',
    'RNGT031I',
    'RNGT032I',
    'RNGT033I',
    'RNGT035I',
    'RNGT038I',
    'RNGT039I',
    'RNGT050I',
  ],
  rules: [
    { text: 'SUBJECTSDN or a request data set must be there; the name of SUBJECTSDN wins.', confidence: 'assumed' },
    {
      text: 'Without SIGNWITH the certificate signs itself, with serial number zero; a signer counts 1, 2, 3.',
      confidence: 'seen',
    },
    {
      text: 'SIGNWITH without CERTAUTH or SITE means a certificate of the owner, else of the issuing user.',
      confidence: 'assumed',
    },
    { text: 'The new certificate is trusted.', confidence: 'seen' },
    {
      text: 'A request brings the public key only; where RACF holds the private half for this owner, the certificate there is replaced and keeps its rings.',
      confidence: 'assumed',
    },
    { text: 'Key usage must go with the kind of key (IRRD156I).', confidence: 'documented' },
    {
      text: 'Under CERTAUTH the certificate is a CA: certificates and revocation lists may be signed with it, whatever KEYUSAGE says.',
      confidence: 'assumed',
    },
    { text: 'The key identifier of the signer becomes the authority key identifier.', confidence: 'documented' },
    {
      text: 'The digest of the signature follows from the key that signs: SHA-1 for RSA and DSA keys below 2048 bits, SHA-256 above; for curves by their size.',
      confidence: 'assumed',
    },
    { text: 'Dates are local time; the certificate holds UTC.', confidence: 'seen' },
    { text: "A validity beyond the signer's is made all the same, with a warning.", confidence: 'assumed' },
    { text: 'Since z/OS 3.2 AIP, ADOMAIN, AEMAIL and AURI take several alternative names.', confidence: 'documented' },
  ],
  async run(view, { value, owner, operands }, context) {
    const plan = await planCertificate(view, value, owner, operands, context);
    if (isRefusal(plan)) return refused(plan);
    const { publicKey, pair } = await keyFor(plan, context);
    const der = issue(plan, publicKey, pair);
    if (isRefusal(der)) return refused(der);
    return concluded(doubtsAbout(plan, context.now), {
      changes: await recorded(view, owner, plan, der, pair, context),
    });
  },
});

interface Key {
  readonly publicKey: PublicKey;
  /** Null when the private half is not this certificate's. */
  readonly pair: KeyPair | null;
}

/** Made last: everything that can be refused has been refused by now. */
async function keyFor({ material }: CertificatePlan, { keys }: Context): Promise<Key> {
  if (material.kind === 'given') return { publicKey: material.publicKey, pair: null };
  const pair = await keys.generate(material.spec);
  return { publicKey: parsePublicKey(pair.spki), pair };
}

function issue(plan: CertificatePlan, publicKey: PublicKey, pair: KeyPair | null): Uint8Array | Refusal {
  const { subject, issuer, serial, validity, extensions, signing } = plan;
  const signer = signing.by === 'new key' ? null : signing.signer;
  const pkcs8 = (signer ?? pair)?.pkcs8;
  if (pkcs8 === undefined)
    throw new RingtoolError('internal/unreachable', 'a certificate was planned without a signer');
  const signed = (algorithm: string): Uint8Array =>
    issueCertificate({
      subject,
      issuer,
      serial,
      ...validity,
      spki: publicKey.spki,
      extensions: extensions.withKey(publicKey.spki),
      signWith: { pkcs8, algorithm },
    });
  return signer === null ? signed(signatureFor(publicKey)) : signedWith(signer, signed);
}

/** A signer other than the certificate that is replaced; that one's validity and status no longer count. */
function otherSigner({ signing, old }: CertificatePlan): Signer | null {
  if (signing.by !== 'signer') return null;
  return old !== null && sameCertificate(signing.signer.entry, old) ? null : signing.signer;
}

/** What the database is to hold: the certificate, its key, and the signer's counter. */
async function recorded(
  view: CommandView,
  owner: Owner,
  plan: CertificatePlan,
  der: Uint8Array,
  pair: KeyPair | null,
  context: Context,
): Promise<ChangeSet> {
  const { old, label, validity, material, signing } = plan;
  const other = otherSigner(plan);
  const lastSerial = plan.serial.toString();
  const counted = other === null ? [] : [put({ ...other.entry, lastSerial })];
  const usable = other === null || overlap(validity, other.certificate);
  const made = {
    label,
    der,
    status: usable ? 'TRUST' : 'NOTRUST',
    created: context.now.toISOString(),
    createdBy: context.user,
  } as const;
  if (old !== null) {
    const signedItself = other === null && signing.by !== 'new key';
    const renewal = { ...made, lastSerial: signedItself ? lastSerial : old.lastSerial };
    return [...counted, ...(await replace(view, old, renewal))];
  }
  if (pair === null || material.kind === 'given') return [...counted, put(newEntry(owner, made, NO_KEY))];
  return [...counted, ...(await entryWithKey(view, owner, made, pair, material.place))];
}

/** The certificate is made all the same; RACF's own wording is not known. */
function doubtsAbout(plan: CertificatePlan, now: Date): readonly Message[] {
  const signer = otherSigner(plan);
  if (signer === null) return [];
  const period: Validity = signer.certificate;
  const trusted = signer.entry.status !== 'NOTRUST' && isInDate(period, now);
  return [...(isWithin(plan.validity, period) ? [] : [say('RNGT010I', {})]), ...(trusted ? [] : [say('RNGT022I', {})])];
}
