/**
 * The signing certificate of GENCERT: SIGNWITH([CERTAUTH|SITE] LABEL('...')).
 *
 * RACF Command Language Reference, "RACDCERT GENCERT".
 */
import type { CertificateEntry } from '../../core/entities.ts';
import { CERTAUTH, SITE, sameOwner, userOwner, type MappingOwner, type Owner } from '../../core/owner.ts';
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

/** The certificate that SIGNWITH names, with its key. */
export async function findSigner(
  view: StoreView,
  operand: SignWith,
  owner: Owner,
  user: string,
): Promise<Signer | Refusal> {
  if (operand.LABEL === undefined) return refuse(say('IRRD130I', { keyword: 'LABEL' }));
  const entry = await signerEntry(view, operand.LABEL, signerOwners(operand, owner, user));
  if (entry === null) return refuse(say('IRRD107I', {}));
  return (await signerOf(view, entry)) ?? refuse(say('IRRD128I', { function: 'GENCERT' }));
}

/**
 * Who may own the signer, in the order in which they are asked: without CERTAUTH or SITE the user for whom the
 * certificate is made, then the one who issues the command.
 */
export function signerOwners(
  operand: SignWith,
  owner: Owner | MappingOwner,
  user: string,
): readonly [Owner, ...Owner[]] {
  const pool = lastWritten(operand, ['CERTAUTH', 'SITE']);
  if (pool !== null) return [pool === 'CERTAUTH' ? CERTAUTH : SITE];
  const issuing = userOwner(user);
  return owner.kind === 'user' && !sameOwner(owner, issuing) ? [owner, issuing] : [issuing];
}

/** The first certificate of that label; null when no owner has one. */
export async function signerEntry(
  view: StoreView,
  label: string,
  owners: readonly Owner[],
): Promise<CertificateEntry | null> {
  for (const owner of owners) {
    const entry = await view.certificate(owner, label);
    if (entry !== null) return entry;
  }
  return null;
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
