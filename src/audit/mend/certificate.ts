/**
 * The one certificate that takes the place of one with findings, whatever was found: a new key pair, or the same
 * key in a newly signed certificate.
 *
 * RACF Command Language Reference, RACDCERT REKEY and ROLLOVER: what a new key is to be certified with comes before
 * ROLLOVER, which destroys the old key. GENCERT of a request whose key RACF holds keeps label, key and connections.
 * GENCERT under another label is no REKEY: a self-signed certificate of the same name gets the serial number of the
 * old one and is refused (IRRD109I), a CA would number from the start, and connections are not taken over.
 */
import { ownerText } from '../../core/owner.ts';
import type { MendStep } from '../../findings/rule.ts';
import { basicConstraints } from '../../x509/extensions/basic-constraints.ts';
import { unlessUnreadable } from '../../x509/extensions/find.ts';
import { keyUsage } from '../../x509/extensions/key-usage.ts';
import { listingName } from '../../x509/name.ts';
import type { AuditContext, CertificateSubject, Origin, StoreAddress } from '../subject.ts';
import { type KeyWish, keyInstead, type Need, P_256, RSA_2048 } from './need.ts';
import { newKeyAndRequest, request } from './openssl.ts';
import { byHand, genReq, rekey, rollover, signOutside, signRequest, successorLabel } from './racdcert.ts';
import { type Signing, signingOf } from './signing.ts';

type StoreOrigin = Extract<Origin, { kind: 'store' }>;

/** The steps, in order, after which the certificate has all of `need`. */
export function renewal(subject: CertificateSubject, need: Need, context: AuditContext): readonly MendStep[] {
  const { origin } = subject;
  // A key that cannot stay is not certified again, even where the rule that says so was not asked.
  const wished = need.key ?? keyInstead(subject.certificate.publicKey, context.profile);
  const key = origin.kind === 'store' && wished === P_256 && enciphers(subject) ? RSA_2048 : wished;
  const before = need.before === undefined ? [] : [byHand(need.before)];
  if (origin.kind === 'file') return [...before, ...inFiles(subject, need, key)];
  if (!origin.hasKey) return [...before, askOwner(origin)];
  const first = genReq(origin);
  if (first.kind === 'by-hand') return [...before, first];
  if (need.authority && !mayBecomeAuthority(subject, origin)) return [...before, ...newAuthority(subject)];
  return [...before, ...inStore(subject, origin, need, key, context)];
}

function inStore(
  subject: CertificateSubject,
  origin: StoreOrigin,
  need: Need,
  key: KeyWish | null,
  context: AuditContext,
): readonly MendStep[] {
  const label = origin.successor ?? successorLabel(origin.label);
  const successor: StoreAddress = key === null ? origin : { ...origin, label };
  const signing = signingOf(subject, origin, successor, need.signedByCa === true, context);
  const words = operands(key === null && mayNotRepeat(subject) ? { ...need, handshake: true } : need);
  const end = need.end || key !== null || subject.role === 'authority' ? `NOTAFTER(DATE(${signing.end}))` : '';
  const certified = [genReq(successor), ...sign(subject, successor, signing, joined(words, end))];
  const hints = [...signing.before, ...(need.host ? [HOST_HINT] : [])];
  if (key === null) return [...hints, ...certified];
  // REKEY signs with the new key itself, which is all that a self-signed certificate without other needs wants.
  const asItIs = signing.by === 'itself' && words === '';
  return [
    ...hints,
    rekey(origin, successor.label, asItIs ? joined(key.racdcert, end) : key.racdcert),
    ...(asItIs ? [] : certified),
    rollover(origin, successor.label),
    ...afterwards(subject),
  ];
}

function sign(subject: CertificateSubject, at: StoreAddress, signing: Signing, words: string): readonly MendStep[] {
  if (signing.by !== 'outside') return [signRequest(at, signing.signer, words)];
  return signOutside(at, issuerText(subject), words);
}

/** Operands of GENCERT beside the signer and the end. */
function operands(need: Need): string {
  return [
    ...(need.handshake ? ['KEYUSAGE(HANDSHAKE)'] : []),
    ...(need.authority ? ['KEYUSAGE(CERTSIGN)'] : []),
    ...(need.host ? ["ALTNAME(DOMAIN('host.example.com'))"] : []),
  ].join(' ');
}

/** GENCERT refuses a request for an EC key that asks for encipherment (IRRD156I); KEYUSAGE has the last word. */
function mayNotRepeat(subject: CertificateSubject): boolean {
  const { kind } = subject.certificate.publicKey;
  return subject.role === 'leaf' && (kind === 'NIST ECC' || kind === 'Brainpool ECC') && enciphers(subject);
}

/** REKEY takes the key usage over, and no EC key goes with encipherment (IRRD156I). */
function enciphers({ certificate }: CertificateSubject): boolean {
  const usage = unlessUnreadable(() => keyUsage(certificate));
  return usage?.keyEncipherment === true || usage?.dataEncipherment === true;
}

/**
 * Under CERTAUTH, GENCERT makes a CA of a request that is silent, and refuses one that says it is none; elsewhere
 * it takes KEYUSAGE, but no basicConstraints of its own. Requests repeat what the certificate says.
 */
function mayBecomeAuthority({ certificate }: CertificateSubject, { owner }: StoreOrigin): boolean {
  const constraints = unlessUnreadable(() => basicConstraints(certificate));
  if (owner.kind !== 'certauth') return constraints?.cA === true;
  return constraints?.cA !== false && unlessUnreadable(() => keyUsage(certificate))?.keyCertSign !== false;
}

function newAuthority({ selfSigned }: CertificateSubject): readonly MendStep[] {
  return [
    byHand(
      `make a CA certificate that says so: GENCERT under CERTAUTH with a name, KEYUSAGE(CERTSIGN)${
        selfSigned === 'no' ? ', SIGNWITH' : ''
      } and a label of its own`,
    ),
    byHand('sign again what the old one signed, and connect the new one wherever the old one is'),
  ];
}

function afterwards({ role, selfSigned }: CertificateSubject): readonly MendStep[] {
  if (role !== 'authority') return [];
  return [
    byHand(
      selfSigned === 'no'
        ? 'sign again what the old key signed; then remove the old certificate from the rings, where ROLLOVER leaves it'
        : 'sign again what the old key signed, and give the new certificate to everyone who trusts the old one; then remove that from the rings, where ROLLOVER leaves it',
    ),
  ];
}

function inFiles(subject: CertificateSubject, need: Need, key: KeyWish | null): readonly MendStep[] {
  const extensions = [
    ...(need.handshake ? ['keyUsage=critical,digitalSignature'] : []),
    ...(need.authority ? ['keyUsage=critical,keyCertSign,cRLSign', 'basicConstraints=critical,CA:TRUE'] : []),
    ...(need.host ? ['subjectAltName=DNS:host.example.com'] : []),
  ];
  return [
    ...(need.host ? [HOST_HINT] : []),
    ...(key === null
      ? [
          byHand('in the next command, put the name of the private key file in the place of key.pem'),
          request(subject.certificate, 'key.pem', extensions),
        ]
      : newKeyAndRequest(subject.certificate, key.openssl, extensions)),
    byHand(
      `have ${signerOfFile(subject, need)}sign new-request.pem with SHA-256 or better, then put the answer in the place of the old certificate`,
    ),
    ...(key === null || subject.role === 'leaf'
      ? []
      : [
          byHand('sign again what the old key signed, and give the new certificate to everyone who trusts the old one'),
        ]),
  ];
}

const HOST_HINT = byHand('in the next commands, put the host name of the server in the place of host.example.com');

function signerOfFile(subject: CertificateSubject, need: Need): string {
  if (need.signedByCa) return 'a CA that the partner trusts ';
  return subject.selfSigned === 'no' ? `${issuerText(subject)} ` : 'its own key ';
}

function askOwner(at: StoreAddress): MendStep {
  return byHand(
    `RACF holds no private key for ${at.label}: ask whoever does for a new certificate, then RACDCERT ${ownerText(at.owner)} ADD it`,
  );
}

function issuerText(subject: CertificateSubject): string {
  const name = listingName(subject.certificate.issuer);
  return name === '' ? 'its issuer' : name;
}

function joined(...words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}
