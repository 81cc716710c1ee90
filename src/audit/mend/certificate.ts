/** The two ways to a better certificate: a new key pair, or the same key in a newly signed certificate. */
import type { MendStep } from '../../findings/rule.ts';
import { listingName } from '../../x509/name.ts';
import type { CertificateSubject, StoreAddress } from '../subject.ts';
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

/** REKEY, have it signed as before, ROLLOVER; or a key and a request in files. */
export function newKey(subject: CertificateSubject, wish: KeyWish): readonly MendStep[] {
  const { origin } = subject;
  if (origin.kind === 'file') {
    return [...newKeyAndRequest(subject.certificate, wish.openssl), haveSigned(subject)];
  }
  if (!origin.hasKey) return [askOwner(origin)];
  const label = successorLabel(origin.label);
  if (subject.selfSigned !== 'no') {
    return [
      rekey(origin, label, wish.racdcert),
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
    ...signed(subject, successor, ''),
    rollover(origin, label),
  ];
}

/** GENREQ and GENCERT over the same key: RACF keeps label, key and ring connections. */
export function reissue(
  subject: CertificateSubject,
  wish: { readonly racdcert?: string; readonly opensslExtensions?: readonly string[] } = {},
): readonly MendStep[] {
  const { origin } = subject;
  if (origin.kind === 'file') {
    return [
      byHand('in the next command, put the name of the private key file in the place of key.pem'),
      request(subject.certificate, 'key.pem', wish.opensslExtensions),
      haveSigned(subject),
    ];
  }
  if (!origin.hasKey) return [askOwner(origin)];
  return [genReq(origin), ...signed(subject, origin, wish.racdcert ?? '')];
}

function signed(subject: CertificateSubject, at: StoreAddress, operands: string): readonly MendStep[] {
  const { origin } = subject;
  if (origin.kind === 'store') {
    const signer = subject.selfSigned === 'no' ? origin.signer : origin;
    if (signer?.hasKey) return [signRequest(at, signer, operands)];
  }
  return signOutside(at, issuerText(subject));
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
