/** The two ways to a better certificate: a new key pair, or the same key in a newly signed certificate. */
import type { Profile } from '../../findings/profile.ts';
import type { MendStep } from '../../findings/rule.ts';
import { listingName } from '../../x509/name.ts';
import type { PublicKey } from '../../x509/public-key.ts';
import type { AuditContext, CertificateSubject, StoreAddress } from '../subject.ts';
import { newKeyAndRequest, request } from './openssl.ts';
import { byHand, genReq, rekey, rollover, signOutside, signRequest, successorLabel } from './racdcert.ts';

/** How to ask for the new key, in each language. */
export interface KeyWish {
  readonly racdcert: string;
  readonly openssl: string;
}

export const RSA_2048: KeyWish = {
  racdcert: 'RSA SIZE(2048)',
  openssl: '-algorithm RSA -pkeyopt rsa_keygen_bits:2048',
};

export const P_256: KeyWish = {
  racdcert: 'NISTECC SIZE(256)',
  openssl: '-algorithm EC -pkeyopt ec_paramgen_curve:P-256',
};

/** What the new certificate must say that the old one does not. */
export interface Change {
  /** Operands of GENCERT. */
  readonly racdcert?: string;
  /** Values of `-addext`. */
  readonly opensslExtensions?: readonly string[];
  /** Any new certificate mends it: RACDCERT's defaults and the CA's next signature are enough. */
  readonly anyNewOne?: boolean;
}

/** True when a key of this kind can stay: TLS 1.3 takes it, or nothing is known against it. */
export function keyMayStay({ kind, size, curve }: PublicKey, profile: Profile): boolean {
  switch (kind) {
    case 'RSA':
    case 'RSA-PSS':
      return size === 0 || size >= profile.rsaBits.min;
    case 'NIST ECC':
    case 'Brainpool ECC':
    case 'OTHER EC':
      return curve === null || profile.curves.includes(curve);
    case 'DSA':
      return false;
    default:
      return true;
  }
}

/** A year for a leaf, ten for a CA: what their owners usually want, and easily changed. */
export function newEnd({ role }: CertificateSubject, { now }: AuditContext): string {
  const end = new Date(now.getTime());
  end.setUTCFullYear(end.getUTCFullYear() + (role === 'leaf' ? 1 : 10));
  return `NOTAFTER(DATE(${end.toISOString().slice(0, 10)}))`;
}

/** REKEY, have it signed as before, ROLLOVER; or a key and a request in files. */
export function newKey(subject: CertificateSubject, wish: KeyWish, context: AuditContext): readonly MendStep[] {
  const { origin } = subject;
  if (origin.kind === 'file') return [...newKeyAndRequest(subject.certificate, wish.openssl), haveSigned(subject)];
  if (!origin.hasKey) return [askOwner(origin)];
  const label = successorLabel(origin.label);
  if (subject.selfSigned !== 'no') {
    return [
      rekey(origin, label, `${wish.racdcert} ${newEnd(subject, context)}`),
      rollover(origin, label),
      ...(subject.role === 'authority'
        ? [
            byHand(
              'sign again what the old key signed, and give the new certificate to everyone who trusts the old one',
            ),
          ]
        : []),
    ];
  }
  const successor: StoreAddress = { ...origin, label };
  return [
    rekey(origin, label, wish.racdcert),
    genReq(successor),
    ...signed(subject, successor, '', context),
    rollover(origin, label),
  ];
}

/** GENREQ and GENCERT over the same key: RACF keeps label, key and ring connections. */
export function reissue(subject: CertificateSubject, change: Change, context: AuditContext): readonly MendStep[] {
  const { origin } = subject;
  if (origin.kind === 'store' && !origin.hasKey) return [askOwner(origin)];
  // ROLLOVER destroys the old key, so nothing may be built on it here.
  if (!keyMayStay(subject.certificate.publicKey, context.profile)) return [withNewKey(subject, change)];
  if (origin.kind === 'file') {
    return [
      byHand('in the next command, put the name of the private key file in the place of key.pem'),
      request(subject.certificate, 'key.pem', change.opensslExtensions),
      haveSigned(subject),
    ];
  }
  return [genReq(origin), ...signed(subject, origin, change.racdcert ?? '', context)];
}

function withNewKey({ origin }: CertificateSubject, change: Change): MendStep {
  const wanted = origin.kind === 'store' ? change.racdcert : change.opensslExtensions?.join(' ');
  return change.anyNewOne || wanted === undefined
    ? byHand('the certificate for the new key, which it needs anyway, mends this as well')
    : byHand(`it needs a new key anyway: when that is certified, add ${wanted}`);
}

function signed(
  subject: CertificateSubject,
  at: StoreAddress,
  operands: string,
  { profile }: AuditContext,
): readonly MendStep[] {
  const { origin } = subject;
  if (origin.kind === 'store' && subject.selfSigned !== 'no') return [signRequest(at, origin, operands)];
  const signer = origin.kind === 'store' ? origin.signer : null;
  if (!signer?.hasKey) return signOutside(at, issuerText(subject));
  if (keyMayStay(signer.publicKey, profile)) return [signRequest(at, signer, operands)];
  const successor = { ...signer, label: successorLabel(signer.label) };
  return [byHand('once the CA has its new key:'), signRequest(at, successor, operands)];
}

function haveSigned(subject: CertificateSubject): MendStep {
  return byHand(
    subject.selfSigned === 'no'
      ? `have ${issuerText(subject)} sign new-request.pem with SHA-256 or better, then put the answer in the place of the old certificate`
      : 'sign new-request.pem with SHA-256 or better, then put the answer in the place of the old certificate',
  );
}

function askOwner(at: StoreAddress): MendStep {
  return byHand(
    `RACF holds no private key for ${at.label}: ask whoever does for a new certificate, then RACDCERT ADD it`,
  );
}

function issuerText(subject: CertificateSubject): string {
  const name = listingName(subject.certificate.issuer);
  return name === '' ? 'its issuer' : name;
}
