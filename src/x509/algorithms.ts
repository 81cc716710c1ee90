/**
 * Signature algorithms: their listing names and what they are made of (RACDCERT LIST, "Signing Algorithm"; RFC 3279,
 * 4055, 5758, 8410), and the one RACF picks for a signing key.
 */
import { RingtoolError } from '../core/errors.ts';
import { fieldsOf } from '../der/fields.ts';
import { oidOf } from '../der/primitives.ts';
import { encodedOf, type DerValue } from '../der/reader.ts';
import { derNull, derOid, derSequence } from '../der/writer.ts';
import type { KeySpec } from './keys.ts';
import type { PublicKey } from './public-key.ts';

export type Digest = 'md2' | 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
export type SignatureScheme = 'rsa' | 'rsa-pss' | 'dsa' | 'ecdsa' | 'ed25519' | 'ed448';

/** An AlgorithmIdentifier of a signature. */
export interface SignatureAlgorithm {
  readonly oid: string;
  /** The parameters, DER, or null when absent. */
  readonly parameters: Uint8Array | null;
  /** As listings name it, `sha256RSA` and so on, or `UNKNOWN`. */
  readonly name: string;
  /** Null when the identifier does not fix it (RSASSA-PSS) or is not known. */
  readonly digest: Digest | null;
  readonly scheme: SignatureScheme | null;
}

interface Known {
  readonly oid: string;
  readonly name: string;
  readonly digest: Digest | null;
  readonly scheme: SignatureScheme;
}

const KNOWN: readonly Known[] = [
  { oid: '1.2.840.113549.1.1.2', name: 'md2RSA', digest: 'md2', scheme: 'rsa' },
  { oid: '1.2.840.113549.1.1.4', name: 'md5RSA', digest: 'md5', scheme: 'rsa' },
  { oid: '1.2.840.113549.1.1.5', name: 'sha1RSA', digest: 'sha1', scheme: 'rsa' },
  // sha1WithRSASignature of the OIW: old makecert wrote it.
  { oid: '1.3.14.3.2.29', name: 'sha1RSA', digest: 'sha1', scheme: 'rsa' },
  { oid: '1.2.840.113549.1.1.14', name: 'sha224RSA', digest: 'sha224', scheme: 'rsa' },
  { oid: '1.2.840.113549.1.1.11', name: 'sha256RSA', digest: 'sha256', scheme: 'rsa' },
  { oid: '1.2.840.113549.1.1.12', name: 'sha384RSA', digest: 'sha384', scheme: 'rsa' },
  { oid: '1.2.840.113549.1.1.13', name: 'sha512RSA', digest: 'sha512', scheme: 'rsa' },
  { oid: '1.2.840.10040.4.3', name: 'sha1DSA', digest: 'sha1', scheme: 'dsa' },
  { oid: '2.16.840.1.101.3.4.3.1', name: 'sha224DSA', digest: 'sha224', scheme: 'dsa' },
  { oid: '2.16.840.1.101.3.4.3.2', name: 'sha256DSA', digest: 'sha256', scheme: 'dsa' },
  { oid: '1.2.840.10045.4.1', name: 'sha1ECDSA', digest: 'sha1', scheme: 'ecdsa' },
  { oid: '1.2.840.10045.4.3.1', name: 'sha224ECDSA', digest: 'sha224', scheme: 'ecdsa' },
  { oid: '1.2.840.10045.4.3.2', name: 'sha256ECDSA', digest: 'sha256', scheme: 'ecdsa' },
  { oid: '1.2.840.10045.4.3.3', name: 'sha384ECDSA', digest: 'sha384', scheme: 'ecdsa' },
  { oid: '1.2.840.10045.4.3.4', name: 'sha512ECDSA', digest: 'sha512', scheme: 'ecdsa' },
  { oid: '1.2.840.113549.1.1.10', name: 'UNKNOWN', digest: null, scheme: 'rsa-pss' },
  { oid: '1.3.101.112', name: 'UNKNOWN', digest: null, scheme: 'ed25519' },
  { oid: '1.3.101.113', name: 'UNKNOWN', digest: null, scheme: 'ed448' },
];

const BY_OID: ReadonlyMap<string, Known> = new Map(KNOWN.map((known) => [known.oid, known]));

/** Reads an AlgorithmIdentifier in the place of a signature algorithm. */
export function signatureAlgorithmOf(value: DerValue, what: string): SignatureAlgorithm {
  const fields = fieldsOf(value, what);
  const oid = oidOf(fields.next('algorithm'), what);
  const parameters = fields.peek() === null ? null : encodedOf(fields.next('parameters'));
  fields.done();
  const known = BY_OID.get(oid);
  return {
    oid,
    parameters,
    name: known?.name ?? 'UNKNOWN',
    digest: known?.digest ?? null,
    scheme: known?.scheme ?? null,
  };
}

/** What `name` stands for when we sign; throws x509/unsupported-algorithm for a name without one. */
export function signingAlgorithm(name: string): {
  readonly digest: Digest;
  readonly scheme: SignatureScheme;
  readonly identifier: Uint8Array;
} {
  const known = KNOWN.find((one) => one.name === name && one.oid !== '1.3.14.3.2.29');
  if (known === undefined || known.digest === null || known.digest === 'md2' || known.name === 'UNKNOWN') {
    throw new RingtoolError(
      'x509/unsupported-algorithm',
      `${JSON.stringify(name)} is not an algorithm ringtool signs with`,
    );
  }
  // RFC 4055: NULL parameters for RSA; RFC 3279 and 5758: none for DSA and ECDSA.
  const identifier =
    known.scheme === 'rsa' ? derSequence(derOid(known.oid), derNull()) : derSequence(derOid(known.oid));
  return { digest: known.digest, scheme: known.scheme, identifier };
}

/** The algorithm RACF signs with, by the signing key (RACDCERT GENCERT): the user has no say in it. */
export function signatureFor(key: KeySpec | PublicKey): string {
  const { kind, size } = key;
  switch (kind) {
    case 'RSA':
      return size < 2048 ? 'sha1RSA' : 'sha256RSA';
    case 'DSA':
      return size <= 1024 ? 'sha1DSA' : 'sha256DSA';
    case 'NIST ECC':
    case 'Brainpool ECC':
      return size <= 256 ? 'sha256ECDSA' : size <= 384 ? 'sha384ECDSA' : 'sha512ECDSA';
    case 'RSA-PSS':
    case 'OTHER EC':
    case 'Ed25519':
    case 'Ed448':
    case 'UNKNOWN':
      throw new RingtoolError(
        'x509/unsupported-algorithm',
        `RACF has no signature algorithm for a key of kind ${kind}`,
      );
  }
}
