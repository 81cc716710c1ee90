/**
 * The signing certificate of GENCERT: SIGNWITH([CERTAUTH|SITE] LABEL('...')).
 *
 * RACF Command Language Reference, "RACDCERT GENCERT".
 */
import type { CertificateEntry } from '../../core/entities.ts';
import { CERTAUTH, SITE, sameOwner, userOwner, type Owner } from '../../core/owner.ts';
import { isRingtoolError } from '../../core/errors.ts';
import type { StoreView } from '../../core/view.ts';
import { lastWritten } from '../../tso/bind.ts';
import { signatureFor } from '../../x509/algorithms.ts';
import type { Certificate } from '../../x509/certificate.ts';
import { certificateOf } from '../stored-certificate.ts';
import { subjectAltNames } from '../../x509/extensions/subject-alt-name.ts';
import { subjectKeyIdentifier } from '../../x509/extensions/subject-key-identifier.ts';
import { say } from '../messages.ts';
import { ownerPhrase } from '../owner-phrase.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { refuseUnreadable } from './unreadable.ts';

export interface Signer {
  readonly entry: CertificateEntry;
  readonly certificate: Certificate;
  readonly pkcs8: Uint8Array;
}

export interface SignWith {
  readonly CERTAUTH?: true;
  readonly SITE?: true;
  readonly LABEL?: string;
}

/**
 * Without CERTAUTH or SITE the signer belongs to the user for whom the certificate is made, else to the one
 * who issues the command.
 */
export async function findSigner(
  view: StoreView,
  operand: SignWith,
  owner: Owner,
  user: string,
): Promise<Signer | Refusal> {
  if (operand.LABEL === undefined) return refuse(say('IRRD130I', { keyword: 'LABEL' }));
  for (const candidate of signerOwners(operand, owner, user)) {
    const entry = await view.certificate(candidate, operand.LABEL);
    if (entry !== null) return (await signerOf(view, entry)) ?? refuse(say('IRRD128I', { function: 'GENCERT' }));
  }
  return refuse(say('IRRD107I', {}));
}

function signerOwners(operand: SignWith, owner: Owner, user: string): readonly Owner[] {
  const pool = lastWritten(operand, ['CERTAUTH', 'SITE']);
  if (pool !== null) return [pool === 'CERTAUTH' ? CERTAUTH : SITE];
  const issuing = userOwner(user);
  return owner.kind === 'user' && !sameOwner(owner, issuing) ? [owner, issuing] : [issuing];
}

/** The certificate with its key; null when it has none. */
export async function signerOf(view: StoreView, entry: CertificateEntry): Promise<Signer | null> {
  const key = entry.keyId === null ? null : await view.key(entry.keyId);
  return key === null ? null : { entry, certificate: certificateOf(entry), pkcs8: key.pkcs8 };
}

/** The extensions that a certificate takes over from its signer. */
const TAKEN_OVER = [
  ['subject key identifier', subjectKeyIdentifier],
  ['subject alternative name', subjectAltNames],
] as const;

/** A refusal when what others made of the signer cannot be read; null for the ordinary one. */
export function refuseUnreadableSigner({ entry, certificate }: Signer): Refusal | null {
  return refuseUnreadable(entry, certificate, TAKEN_OVER);
}

/** What `sign` makes with the signer's key, or a refusal: keys from elsewhere may be too short for any signature. */
export function signedWith<T>({ entry, certificate }: Signer, sign: (algorithm: string) => T): T | Refusal {
  const algorithm = signatureFor(certificate.publicKey);
  try {
    return sign(algorithm);
  } catch (error) {
    if (!isRingtoolError(error, 'x509/unsupported-algorithm', 'x509/bad-key')) throw error;
    return refuse(say('RNGT039I', { label: entry.label, owner: ownerPhrase(entry.owner), algorithm }));
  }
}
