/**
 * Certificates for tests: keys from the fixtures, a fixed clock, and few words to make one.
 */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { signatureFor } from '../../src/x509/algorithms.ts';
import { parseCertificate, type Certificate, type Extension } from '../../src/x509/certificate.ts';
import { keyUsageOf } from '../../src/x509/extensions/key-usage.ts';
import { subjectKeyIdentifier } from '../../src/x509/extensions/subject-key-identifier.ts';
import { issueCertificate } from '../../src/x509/issue.ts';
import { publicKeyOf, type KeyPair } from '../../src/x509/keys.ts';
import { buildName } from '../../src/x509/name.ts';
import { parsePublicKey } from '../../src/x509/public-key.ts';
import {
  authorityKeyIdentifierExtension,
  basicConstraintsExtension,
  keyUsageExtension,
  subjectKeyIdentifierExtension,
} from '../../src/x509/standard-extensions.ts';

/** A key of test/fixtures/keys, such as `p256-a`. */
export function fixtureKey(name: string): KeyPair {
  const pem = readFileSync(new URL(`../fixtures/keys/${name}.pem`, import.meta.url), 'utf8');
  const pkcs8 = new Uint8Array(createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' }));
  return { pkcs8, spki: publicKeyOf(pkcs8) };
}

export const START = new Date('2026-01-01T00:00:00Z');
export const END = new Date('2036-12-31T23:59:59Z');

/** A certificate together with its key. */
export interface Issued {
  readonly certificate: Certificate;
  readonly key: KeyPair;
}

/** Issues a certificate for `cn`, self-signed unless an issuer is given. */
export function issued(
  cn: string,
  key: KeyPair,
  options: { issuer?: Issued; ca?: boolean; serial?: bigint; extensions?: readonly Extension[] } = {},
): Issued {
  const subject = nameOf(cn);
  const { issuer } = options;
  const signer = issuer?.key ?? key;
  const authority = issuer === undefined ? null : subjectKeyIdentifier(issuer.certificate);
  const der = issueCertificate({
    subject,
    issuer: issuer?.certificate.subject ?? subject,
    serial: options.serial ?? 0n,
    notBefore: START,
    notAfter: END,
    spki: key.spki,
    extensions: [
      subjectKeyIdentifierExtension(key.spki),
      ...(authority === null ? [] : [authorityKeyIdentifierExtension(authority)]),
      ...(options.ca === true
        ? [keyUsageExtension(keyUsageOf('keyCertSign', 'cRLSign')), basicConstraintsExtension(true)]
        : []),
      ...(options.extensions ?? []),
    ],
    signWith: { pkcs8: signer.pkcs8, algorithm: signatureFor(parsePublicKey(signer.spki)) },
  });
  return { certificate: parseCertificate(der), key };
}

/** C=US, O=Example, CN=`cn`, in the order of the encoding. */
export function nameOf(cn: string): ReturnType<typeof buildName> {
  return buildName([
    { type: 'C', value: 'US' },
    { type: 'O', value: 'Example' },
    { type: 'CN', value: cn },
  ]);
}

/** PEM, for programs that want it. */
export function pem(label: string, der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replace(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}

/** The DER of the first PEM block in a text. */
export function derOfPem(text: string): Uint8Array {
  const body = /-----BEGIN [^-]+-----([^-]+)-----END/.exec(text)?.[1] ?? '';
  return new Uint8Array(Buffer.from(body, 'base64'));
}

/** Bytes from hexadecimal with blanks for the eye. */
export function hex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.replace(/\s/g, ''), 'hex'));
}
