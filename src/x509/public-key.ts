/**
 * A view of a public key (SubjectPublicKeyInfo, RFC 5280 4.1.2.7; RFC 3279, 5480, 8410): kind and size as listings
 * show them, without loading it into a cryptographic library.
 */
import { RingtoolError } from '../core/errors.ts';
import { TAG, fieldsOf } from '../der/fields.ts';
import { integerBitLength, oidOf, unsignedInteger, wholeBitString } from '../der/primitives.ts';
import { badDer, contentOf, encodedOf, readDer, type DerValue } from '../der/reader.ts';
import { CURVES, KEY_OIDS } from './oids.ts';

export type PublicKeyKind =
  | 'RSA'
  | 'RSA-PSS'
  | 'DSA'
  | 'NIST ECC'
  | 'Brainpool ECC'
  | 'OTHER EC'
  | 'Ed25519'
  | 'Ed448'
  | 'UNKNOWN';

/** A public key as certificates carry it. */
export interface PublicKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  /** Content of the BIT STRING: what key identifiers are made of. */
  readonly bits: Uint8Array;
  readonly kind: PublicKeyKind;
  /** Bits of the modulus, the prime or the field; 0 when it cannot be told. */
  readonly size: number;
  /** As OpenSSL spells it; a dotted identifier for a curve without a name here; null for explicit parameters. */
  readonly curve: string | null;
  /** Public exponent of an RSA key. */
  readonly exponent: bigint | null;
}

/** Reads a SubjectPublicKeyInfo; throws x509/bad-key. */
export function parsePublicKey(spki: Uint8Array): PublicKey {
  try {
    return publicKeyAt(readDer(spki));
  } catch (cause) {
    if (!(cause instanceof RingtoolError)) throw cause;
    throw new RingtoolError('x509/bad-key', `the public key cannot be read: ${cause.message}`, { cause });
  }
}

/** The public key at a place already read; throws x509/bad-der. */
export function publicKeyAt(value: DerValue): PublicKey {
  const fields = fieldsOf(value, 'the public key');
  const algorithm = fieldsOf(fields.next('algorithm'), 'the key algorithm');
  const oid = oidOf(algorithm.next('identifier'), 'the key algorithm');
  const parameters = algorithm.peek();
  const bits = wholeBitString(fields.next('key'), 'the public key');
  fields.done();
  const spki = encodedOf(value);
  const plain = { spki, bits, curve: null, exponent: null };
  switch (oid) {
    case KEY_OIDS.rsa:
    case KEY_OIDS.rsaPss: {
      const key = fieldsOf(readDer(bits), 'the RSA key');
      const size = integerBitLength(key.next('modulus'), 'the modulus');
      const exponent = unsignedInteger(key.next('exponent'), 'the exponent');
      key.done();
      return { ...plain, kind: oid === KEY_OIDS.rsa ? 'RSA' : 'RSA-PSS', size, exponent };
    }
    case KEY_OIDS.dsa:
      return { ...plain, kind: 'DSA', size: parameters === null ? 0 : primeSize(parameters) };
    case KEY_OIDS.ec:
      return { ...plain, ...curveOf(parameters, bits) };
    case KEY_OIDS.ed25519:
      return { ...plain, kind: 'Ed25519', size: 256 };
    case KEY_OIDS.ed448:
      return { ...plain, kind: 'Ed448', size: 456 };
    default:
      return { ...plain, kind: 'UNKNOWN', size: 0 };
  }
}

/** DSS-Parms start with the prime (RFC 3279 2.3.2); a key may inherit them from its issuer and have none. */
function primeSize(parameters: DerValue): number {
  if (parameters.tag !== TAG.sequence) return 0;
  return integerBitLength(fieldsOf(parameters, 'the DSA parameters').next('prime'), 'the prime');
}

function curveOf(parameters: DerValue | null, point: Uint8Array): Pick<PublicKey, 'kind' | 'size' | 'curve'> {
  if (parameters === null) throw badDer('the key has no curve');
  if (parameters.tag === TAG.oid) {
    const oid = oidOf(parameters, 'the curve');
    const known = CURVES.find((curve) => curve.oid === oid);
    if (known !== undefined) return { kind: known.family, size: known.size, curve: known.name };
    const size = point[0] === 4 ? ((point.length - 1) / 2) * 8 : 0;
    return { kind: 'OTHER EC', size, curve: oid };
  }
  if (parameters.tag !== TAG.sequence) return { kind: 'OTHER EC', size: 0, curve: null };
  // SpecifiedECDomain (SEC 1 C.2): version, fieldID { type, prime }, ...
  const domain = fieldsOf(parameters, 'the curve');
  domain.next('version');
  const field = fieldsOf(domain.next('field'), 'the field of the curve');
  field.next('type');
  const prime = field.next('prime');
  const size = prime.tag === TAG.integer && contentOf(prime).length > 0 ? integerBitLength(prime, 'the prime') : 0;
  return { kind: 'OTHER EC', size, curve: null };
}
