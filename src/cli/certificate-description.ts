/** What a certificate says, as plain data for `--json` and as lines for a person. */
import { listingTime } from '../core/time.ts';
import { type Certificate, parseCertificate } from '../x509/certificate.ts';
import { authorityKeyIdentifier } from '../x509/extensions/authority-key-identifier.ts';
import { basicConstraints } from '../x509/extensions/basic-constraints.ts';
import { extKeyUsage } from '../x509/extensions/ext-key-usage.ts';
import { issuerAltNames } from '../x509/extensions/issuer-alt-name.ts';
import { KEY_USAGE_BITS, keyUsage } from '../x509/extensions/key-usage.ts';
import type { HasExtensions } from '../x509/extensions/find.ts';
import { subjectAltNames } from '../x509/extensions/subject-alt-name.ts';
import { subjectKeyIdentifier } from '../x509/extensions/subject-key-identifier.ts';
import { fingerprint, withColons } from '../x509/fingerprint.ts';
import type { GeneralName } from '../x509/general-name.ts';
import { listingName } from '../x509/name.ts';
import { EXTENSION_OIDS, KEY_PURPOSES } from '../x509/oids.ts';
import type { PublicKey } from '../x509/public-key.ts';
import { isSelfSigned } from '../x509/verify.ts';

export interface ExtensionDescription {
  readonly oid: string;
  readonly name: string;
  readonly critical: boolean;
  /** What it says in one line; null for one we do not read. */
  readonly says: string | null;
}

export interface KeyDescription {
  readonly type: string;
  readonly size: number;
  readonly curve: string | null;
}

export interface CertificateDescription {
  readonly version: number;
  readonly serial: string;
  readonly subject: string;
  readonly issuer: string;
  readonly selfSigned: 'valid' | 'invalid' | 'unknown';
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  readonly signatureAlgorithm: string;
  readonly key: KeyDescription;
  readonly extensions: readonly ExtensionDescription[];
  readonly sha256: string;
  readonly sha1: string;
}

const hex = (bytes: Uint8Array): string => withColons(Buffer.from(bytes).toString('hex').toUpperCase());

function nameText(name: GeneralName): string {
  switch (name.kind) {
    case 'ip':
      return `IP ${name.address}`;
    case 'email':
      return `EMAIL ${name.value}`;
    case 'dns':
      return `DOMAIN ${name.value}`;
    case 'uri':
      return `URI ${name.value}`;
    case 'directory':
      return `DN ${listingName(name.name)}`;
    case 'other':
      return `OTHER ${name.oid ?? 'name'}`;
  }
}

/** RFC 5280 4.2: how each extension that we read is shown. */
const READERS: Readonly<Record<string, { readonly name: string; readonly says: (holder: HasExtensions) => string }>> = {
  [EXTENSION_OIDS.subjectKeyIdentifier]: {
    name: 'subjectKeyIdentifier',
    says: (holder) => hex(subjectKeyIdentifier(holder) ?? new Uint8Array()),
  },
  [EXTENSION_OIDS.keyUsage]: {
    name: 'keyUsage',
    says: (holder) => {
      const usage = keyUsage(holder);
      return KEY_USAGE_BITS.filter((bit) => usage?.[bit]).join(', ');
    },
  },
  [EXTENSION_OIDS.subjectAltName]: {
    name: 'subjectAltName',
    says: (holder) => (subjectAltNames(holder) ?? []).map(nameText).join(', '),
  },
  [EXTENSION_OIDS.issuerAltName]: {
    name: 'issuerAltName',
    says: (holder) => (issuerAltNames(holder) ?? []).map(nameText).join(', '),
  },
  [EXTENSION_OIDS.basicConstraints]: {
    name: 'basicConstraints',
    says: (holder) => {
      const { cA, pathLength } = basicConstraints(holder) ?? { cA: false, pathLength: null };
      return `${cA ? 'certificate authority' : 'not a certificate authority'}${pathLength === null ? '' : `, path length ${pathLength}`}`;
    },
  },
  [EXTENSION_OIDS.authorityKeyIdentifier]: {
    name: 'authorityKeyIdentifier',
    says: (holder) => {
      const identifier = authorityKeyIdentifier(holder)?.keyIdentifier;
      return identifier ? hex(identifier) : 'without a key identifier';
    },
  },
  [EXTENSION_OIDS.extKeyUsage]: {
    name: 'extKeyUsage',
    says: (holder) => (extKeyUsage(holder) ?? []).map((oid) => KEY_PURPOSES.get(oid) ?? oid).join(', '),
  },
};

export function describeExtensions(holder: HasExtensions): readonly ExtensionDescription[] {
  return holder.extensions.map(({ oid, critical }) => {
    const reader = READERS[oid];
    let says: string | null = null;
    try {
      says = reader ? reader.says(holder) : null;
    } catch {
      says = 'cannot be read';
    }
    return { oid, name: reader?.name ?? oid, critical, says };
  });
}

export function describeKey({ kind, size, curve }: PublicKey): KeyDescription {
  return { type: kind, size, curve };
}

export function describeCertificate(certificate: Certificate): CertificateDescription {
  return {
    version: certificate.version,
    serial: certificate.serial,
    subject: listingName(certificate.subject),
    issuer: listingName(certificate.issuer),
    selfSigned: isSelfSigned(certificate),
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    signatureAlgorithm: certificate.signatureAlgorithm.name,
    key: describeKey(certificate.publicKey),
    extensions: describeExtensions(certificate),
    sha256: fingerprint(certificate.der, 'sha256'),
    sha1: fingerprint(certificate.der, 'sha1'),
  };
}

export function keyText({ type, size, curve }: KeyDescription): string {
  return `${type}${size > 0 ? ` ${size}` : ''}${curve ? ` (${curve})` : ''}`;
}

export function extensionLines(extensions: readonly ExtensionDescription[]): readonly string[] {
  return extensions.map(
    ({ name, critical, says }) => `  ${name}${critical ? ' (critical)' : ''}: ${says ?? 'present'}`,
  );
}

/** Lines for a person; dates in local time of `timeZone`. */
export function certificateLines(facts: CertificateDescription, timeZone: string): readonly string[] {
  const date = (iso: string): string => listingTime(new Date(iso), timeZone);
  return [
    `Subject:     ${facts.subject || '(empty)'}`,
    `Issuer:      ${facts.issuer || '(empty)'}${facts.selfSigned === 'valid' ? ' (self-signed)' : ''}`,
    `Serial:      ${facts.serial}`,
    `Start date:  ${date(facts.notBefore)}`,
    `End date:    ${date(facts.notAfter)}`,
    `Key:         ${keyText(facts.key)}`,
    `Signed with: ${facts.signatureAlgorithm}`,
    ...(facts.version === 3 ? [] : [`Version:     ${facts.version}`]),
    ...(facts.extensions.length > 0 ? ['Extensions:', ...extensionLines(facts.extensions)] : []),
    `SHA-256:     ${withColons(facts.sha256)}`,
    `SHA-1:       ${withColons(facts.sha1)}`,
  ];
}

/** The facts of a DER certificate, or why it cannot be read. */
export function describeDer(der: Uint8Array): CertificateDescription | { readonly unreadable: string } {
  try {
    return describeCertificate(parseCertificate(der));
  } catch (error) {
    return { unreadable: error instanceof Error ? error.message : String(error) };
  }
}
