/**
 * The extensions RACDCERT writes, ready to be put into a certificate or a request (RACDCERT GENCERT): keyUsage and
 * basicConstraints critical, the others not.
 */
import type { Extension } from './certificate.ts';
import { encodeAuthorityKeyIdentifier } from './extensions/authority-key-identifier.ts';
import { encodeBasicConstraints } from './extensions/basic-constraints.ts';
import { encodeIssuerAltNames } from './extensions/issuer-alt-name.ts';
import { encodeKeyUsage, type KeyUsage } from './extensions/key-usage.ts';
import { encodeSubjectAltNames } from './extensions/subject-alt-name.ts';
import { encodeSubjectKeyIdentifier, keyIdentifierFor } from './extensions/subject-key-identifier.ts';
import type { GeneralName } from './general-name.ts';
import { EXTENSION_OIDS } from './oids.ts';
import { parsePublicKey } from './public-key.ts';

/** subjectKeyIdentifier of a public key: SHA-1 over its BIT STRING. */
export function subjectKeyIdentifierExtension(spki: Uint8Array): Extension {
  const identifier = keyIdentifierFor(parsePublicKey(spki).bits);
  return { oid: EXTENSION_OIDS.subjectKeyIdentifier, critical: false, value: encodeSubjectKeyIdentifier(identifier) };
}

/** authorityKeyIdentifier with the signer's subjectKeyIdentifier. */
export function authorityKeyIdentifierExtension(keyIdentifier: Uint8Array): Extension {
  const value = encodeAuthorityKeyIdentifier(keyIdentifier);
  return { oid: EXTENSION_OIDS.authorityKeyIdentifier, critical: false, value };
}

/** keyUsage. */
export function keyUsageExtension(usage: KeyUsage): Extension {
  return { oid: EXTENSION_OIDS.keyUsage, critical: true, value: encodeKeyUsage(usage) };
}

/** basicConstraints; RACF writes no path length. */
export function basicConstraintsExtension(cA: boolean, pathLength: number | null = null): Extension {
  return { oid: EXTENSION_OIDS.basicConstraints, critical: true, value: encodeBasicConstraints({ cA, pathLength }) };
}

/** subjectAltName. */
export function subjectAltNameExtension(names: readonly GeneralName[]): Extension {
  return { oid: EXTENSION_OIDS.subjectAltName, critical: false, value: encodeSubjectAltNames(names) };
}

/** issuerAltName. */
export function issuerAltNameExtension(names: readonly GeneralName[]): Extension {
  return { oid: EXTENSION_OIDS.issuerAltName, critical: false, value: encodeIssuerAltNames(names) };
}
