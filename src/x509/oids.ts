/**
 * Object identifiers as data: attribute types, extensions, algorithms, curves, key purposes.
 */

/** Attribute types that RACF listings name, in the short form they use (RACDCERT, "SUBJECTSDN"). */
export const ATTRIBUTE_OIDS = {
  CN: '2.5.4.3',
  SURNAME: '2.5.4.4',
  SERIALNUMBER: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  SP: '2.5.4.8',
  STREET: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  T: '2.5.4.12',
  POSTALCODE: '2.5.4.17',
  GIVENNAME: '2.5.4.42',
  INITIALS: '2.5.4.43',
  DNQUALIFIER: '2.5.4.46',
  UID: '0.9.2342.19200300.100.1.1',
  DC: '0.9.2342.19200300.100.1.25',
  EMAIL: '1.2.840.113549.1.9.1',
} as const;

/** Short names by identifier. */
export const ATTRIBUTE_TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries(ATTRIBUTE_OIDS).map(([type, oid]) => [oid, type]),
);

/** Extensions that RACDCERT writes or rules look at (RFC 5280 4.2). */
export const EXTENSION_OIDS = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extKeyUsage: '2.5.29.37',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  netscapeComment: '2.16.840.1.113730.1.13',
} as const;

/** Attributes of a request that carry extensions: PKCS #9 and the older Microsoft one. */
export const EXTENSION_REQUEST_OIDS: readonly string[] = ['1.2.840.113549.1.9.14', '1.3.6.1.4.1.311.2.1.14'];

/** Public key algorithms (RFC 3279, 4055, 5480, 8410). */
export const KEY_OIDS = {
  rsa: '1.2.840.113549.1.1.1',
  rsaPss: '1.2.840.113549.1.1.10',
  dsa: '1.2.840.10040.4.1',
  ec: '1.2.840.10045.2.1',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
} as const;

/** Key purposes of extKeyUsage by identifier (RFC 5280 4.2.1.12). */
export const KEY_PURPOSES: ReadonlyMap<string, string> = new Map([
  ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
  ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
  ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
  ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
  ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
  ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
  ['2.5.29.37.0', 'anyExtendedKeyUsage'],
]);

/** A named curve: family as RACDCERT speaks of it, size, name as OpenSSL spells it. */
export interface Curve {
  readonly oid: string;
  readonly family: 'NIST ECC' | 'Brainpool ECC';
  readonly size: number;
  readonly name: string;
}

/** The curves of NISTECC and BPECC (SEC 2; RFC 5639). */
export const CURVES: readonly Curve[] = [
  { oid: '1.2.840.10045.3.1.1', family: 'NIST ECC', size: 192, name: 'prime192v1' },
  { oid: '1.3.132.0.33', family: 'NIST ECC', size: 224, name: 'secp224r1' },
  { oid: '1.2.840.10045.3.1.7', family: 'NIST ECC', size: 256, name: 'prime256v1' },
  { oid: '1.3.132.0.34', family: 'NIST ECC', size: 384, name: 'secp384r1' },
  { oid: '1.3.132.0.35', family: 'NIST ECC', size: 521, name: 'secp521r1' },
  { oid: '1.3.36.3.3.2.8.1.1.1', family: 'Brainpool ECC', size: 160, name: 'brainpoolP160r1' },
  { oid: '1.3.36.3.3.2.8.1.1.3', family: 'Brainpool ECC', size: 192, name: 'brainpoolP192r1' },
  { oid: '1.3.36.3.3.2.8.1.1.5', family: 'Brainpool ECC', size: 224, name: 'brainpoolP224r1' },
  { oid: '1.3.36.3.3.2.8.1.1.7', family: 'Brainpool ECC', size: 256, name: 'brainpoolP256r1' },
  { oid: '1.3.36.3.3.2.8.1.1.9', family: 'Brainpool ECC', size: 320, name: 'brainpoolP320r1' },
  { oid: '1.3.36.3.3.2.8.1.1.11', family: 'Brainpool ECC', size: 384, name: 'brainpoolP384r1' },
  { oid: '1.3.36.3.3.2.8.1.1.13', family: 'Brainpool ECC', size: 512, name: 'brainpoolP512r1' },
];
