/**
 * The signing certificate of GENCERT: SIGNWITH([CERTAUTH|SITE] LABEL('...')).
 *
 * RACF Command Language Reference, "RACDCERT GENCERT".
 */
import type { CertificateEntry } from '../core/entities.ts';
import { CERTAUTH, SITE, sameOwner, userOwner, type Owner } from '../core/owner.ts';
import type { StoreView } from '../core/view.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';
import { say } from './messages.ts';
import { refuse, type Refusal } from './refusal.ts';

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
  if (operand.CERTAUTH) return [CERTAUTH];
  if (operand.SITE) return [SITE];
  const issuing = userOwner(user);
  return owner.kind === 'user' && !sameOwner(owner, issuing) ? [owner, issuing] : [issuing];
}

/** The certificate with its key; null when it has none. */
export async function signerOf(view: StoreView, entry: CertificateEntry): Promise<Signer | null> {
  const key = entry.keyId === null ? null : await view.key(entry.keyId);
  return key === null ? null : { entry, certificate: parseCertificate(entry.der), pkcs8: key.pkcs8 };
}
