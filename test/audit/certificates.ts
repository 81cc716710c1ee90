/** Certificates for audit tests, made with fixture keys; only what a test is about has to be said. */
import { derInteger, derOid, derRaw, derSequence, derNull, derBitString, derTime } from '../../src/der/writer.ts';
import { type Certificate, type Extension, parseCertificate } from '../../src/x509/certificate.ts';
import { keyUsageOf, type KeyUsageBit } from '../../src/x509/extensions/key-usage.ts';
import { issueCertificate } from '../../src/x509/issue.ts';
import { signatureFor, signingAlgorithm } from '../../src/x509/algorithms.ts';
import type { KeyPair } from '../../src/x509/keys.ts';
import { buildName, type Name } from '../../src/x509/name.ts';
import { parsePublicKey } from '../../src/x509/public-key.ts';
import { encodeSigned } from '../../src/x509/signed.ts';
import {
  basicConstraintsExtension,
  keyUsageExtension,
  subjectAltNameExtension,
} from '../../src/x509/standard-extensions.ts';
import type { AuditContext, CertificateSubject, Origin } from '../../src/audit/subject.ts';
import { roleOf, selfSignedOf } from '../../src/audit/role.ts';
import { profileNamed } from '../../src/findings/profile.ts';
import { fixtureKey } from '../fixtures/keys.ts';

export const NOW = new Date('2026-11-20T00:00:00Z');
export const CONTEXT: AuditContext = { now: NOW, profile: profileNamed('tls13') };

export const KEYS = {
  ca: fixtureKey('p256-a.pem'),
  leaf: fixtureKey('p256-b.pem'),
  other: fixtureKey('p256-c.pem'),
};

export interface Wish {
  readonly cn?: string;
  readonly key?: KeyPair;
  /** Instead of the key's own. */
  readonly spki?: Uint8Array;
  readonly issuer?: { readonly name: Name; readonly key: KeyPair };
  readonly serial?: bigint;
  readonly from?: string;
  readonly to?: string;
  readonly algorithm?: string;
  readonly usage?: readonly KeyUsageBit[] | null;
  /** basicConstraints: a CA, with a path length where one is given. */
  readonly ca?: boolean | number;
  readonly host?: string | null;
  readonly extensions?: readonly Extension[];
  readonly version1?: boolean;
  readonly subject?: Name;
}

export interface Made {
  readonly der: Uint8Array;
  readonly certificate: Certificate;
  readonly name: Name;
  readonly key: KeyPair;
}

export function nameOf(cn: string): Name {
  return buildName([
    { type: 'C', value: 'US' },
    { type: 'O', value: 'Example' },
    { type: 'CN', value: cn },
  ]);
}

/** Self-signed unless an issuer is given; valid in 2026 unless dates are. */
export function make(wish: Wish = {}): Made {
  const key = wish.key ?? KEYS.leaf;
  const subject = wish.subject ?? nameOf(wish.cn ?? 'host.example.com');
  const signer = wish.issuer?.key ?? key;
  const algorithm = wish.algorithm ?? signatureFor(parsePublicKey(signer.spki));
  const issuer = wish.issuer?.name ?? subject;
  const notBefore = new Date(wish.from ?? '2026-01-01T00:00:00Z');
  const notAfter = new Date(wish.to ?? '2027-01-01T00:00:00Z');
  const serial = wish.serial ?? 1n;
  const spki = wish.spki ?? key.spki;
  const signWith = { pkcs8: signer.pkcs8, algorithm };
  const der = wish.version1
    ? encodeSigned(
        derSequence(
          derInteger(serial),
          signingAlgorithm(algorithm).identifier,
          derRaw(issuer.der),
          derSequence(derTime(notBefore), derTime(notAfter)),
          derRaw(subject.der),
          derRaw(spki),
        ),
        signWith,
      )
    : issueCertificate({
        subject,
        issuer,
        serial,
        notBefore,
        notAfter,
        spki,
        extensions: extensionsOf(wish),
        signWith,
      });
  return { der, certificate: parseCertificate(der), name: subject, key };
}

function extensionsOf({ usage, ca, host, extensions }: Wish): readonly Extension[] {
  const isCa = ca !== undefined && ca !== false;
  const bits =
    usage === undefined ? (isCa ? (['keyCertSign', 'cRLSign'] as const) : (['digitalSignature'] as const)) : usage;
  return [
    ...(ca === undefined ? [] : [basicConstraintsExtension(isCa, typeof ca === 'number' ? ca : null)]),
    ...(bits === null ? [] : [keyUsageExtension(keyUsageOf(...bits))]),
    ...(isCa || host === null ? [] : [subjectAltNameExtension([{ kind: 'dns', value: host ?? 'host.example.com' }])]),
    ...(extensions ?? []),
  ];
}

export function makeCa(wish: Wish = {}): Made {
  return make({ cn: 'Lab CA', key: KEYS.ca, ca: true, ...wish });
}

export const LAB_CA = makeCa();

/** A leaf of LAB_CA. */
export function makeLeaf(wish: Wish = {}): Made {
  return make({ issuer: LAB_CA, serial: 7n, ...wish });
}

export const FILE_ORIGIN: Origin = { kind: 'file', path: 'server.pem', format: 'pem' };

export const STORE_ORIGIN: Extract<Origin, { kind: 'store' }> = {
  kind: 'store',
  owner: { kind: 'user', id: 'TCPCS' },
  label: 'TCPSERV',
  hasKey: true,
  status: 'TRUST',
  usages: [],
  signer: { owner: { kind: 'certauth' }, label: 'Lab CA', hasKey: true, certificate: LAB_CA.certificate },
};

export function subjectOf(
  { certificate }: Made,
  origin: Origin = STORE_ORIGIN,
  signsOthers = false,
): CertificateSubject {
  return {
    kind: 'certificate',
    what: 'ID(TCPCS) TCPSERV',
    where: 'store /lab',
    certificate,
    role: roleOf(certificate, signsOthers),
    selfSigned: selfSignedOf(certificate),
    origin,
  };
}

/** An RSA public key of any size, without anybody having its private half. */
export function rsaSpki(bits: number): Uint8Array {
  const modulus = (1n << BigInt(bits)) - 1n;
  const key = derSequence(derInteger(modulus), derInteger(65537n));
  return derSequence(derSequence(derOid('1.2.840.113549.1.1.1'), derNull()), derBitString(key));
}

/** A key of a type given by OID alone. */
export function spkiOf(oid: string, bytes = new Uint8Array(32)): Uint8Array {
  return derSequence(derSequence(derOid(oid)), derBitString(bytes));
}
