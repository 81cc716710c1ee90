/**
 * A certificate as a plain record (RFC 5280 4.1): read strictly, kept as views into its own bytes.
 */
import { isRingtoolError, RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { signatureAlgorithmOf, type SignatureAlgorithm } from './algorithms.ts';
import { fieldsOf, onlyChild, TAG } from '../der/fields.ts';
import { booleanOf, integerBytes, octetsOf, oidOf, smallInteger, wholeBitString } from '../der/primitives.ts';
import { badDer, childrenOf, encodedOf, readDer, type DerValue } from '../der/reader.ts';
import { timeOf } from '../der/times.ts';
import { nameOf, type Name } from './name.ts';
import { publicKeyAt, type PublicKey } from './public-key.ts';

/** One extension; `value` is the content of its OCTET STRING. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** An X.509 certificate. */
export interface Certificate {
  readonly der: Uint8Array;
  /** The signed part. */
  readonly tbs: Uint8Array;
  readonly version: 1 | 2 | 3;
  /** Content of the serial INTEGER in upper-case hexadecimal: an even number of digits, at least `00`. */
  readonly serial: string;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** The algorithm inside the signed part is the one outside it, as RFC 5280 4.1.1.2 demands. */
  readonly algorithmsAgree: boolean;
  readonly signature: Uint8Array;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: PublicKey;
  readonly extensions: readonly Extension[];
}

/** Reads a certificate; throws x509/bad-certificate with one line that says why. */
export function parseCertificate(der: Uint8Array): Certificate {
  try {
    return certificateOf(der);
  } catch (cause) {
    if (!(cause instanceof RingtoolError)) throw cause;
    throw new RingtoolError('x509/bad-certificate', `the certificate cannot be read: ${cause.message}`, { cause });
  }
}

/** The same where bytes that are no certificate are no surprise: null then. */
export function certificateOrNull(der: Uint8Array): Certificate | null {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (isRingtoolError(error, 'x509/bad-certificate')) return null;
    throw error;
  }
}

function certificateOf(der: Uint8Array): Certificate {
  if (der.length > LIMITS.certificate) throw badDer(`it is larger than ${LIMITS.certificate} bytes`);
  const outer = fieldsOf(readDer(der), 'the certificate');
  const tbs = outer.take(TAG.sequence, 'signed part');
  const algorithm = outer.take(TAG.sequence, 'signature algorithm');
  const signature = wholeBitString(outer.next('signature'), 'the signature');
  outer.done();

  const fields = fieldsOf(tbs, 'the signed part');
  const version = versionOf(fields.optional(0xa0));
  const serial = integerBytes(fields.next('serial number'), 'the serial number');
  const inner = fields.take(TAG.sequence, 'signature algorithm');
  const issuer = nameOf(fields.next('issuer'), "the issuer's name");
  const validity = fieldsOf(fields.next('validity'), 'the validity');
  const notBefore = timeOf(validity.next('start'), 'the start of the validity');
  const notAfter = timeOf(validity.next('end'), 'the end of the validity');
  validity.done();
  const subject = nameOf(fields.next('subject'), "the subject's name");
  const publicKey = publicKeyAt(fields.next('public key'));
  // issuerUniqueID and subjectUniqueID: implicit BIT STRING, or constructed as some old writers had them.
  for (const tag of [0x81, 0xa1, 0x82, 0xa2]) fields.optional(tag);
  const wrapped = fields.optional(0xa3);
  fields.done();
  return {
    der,
    tbs: encodedOf(tbs),
    version,
    serial: Buffer.from(serial).toString('hex').toUpperCase(),
    signatureAlgorithm: signatureAlgorithmOf(algorithm, 'the signature algorithm'),
    algorithmsAgree: Buffer.compare(encodedOf(inner), encodedOf(algorithm)) === 0,
    signature,
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    extensions: wrapped === null ? [] : extensionsOf(onlyChild(wrapped, 'the extensions')),
  };
}

function versionOf(wrapped: DerValue | null): 1 | 2 | 3 {
  if (wrapped === null) return 1;
  const version = smallInteger(onlyChild(wrapped, 'the version'), 'the version') + 1;
  if (version === 1 || version === 2 || version === 3) return version;
  throw badDer(`X.509 has no version ${version}`);
}

/** Extensions as certificates and requests hold them; each may appear once (RFC 5280 4.2). */
export function extensionsOf(value: DerValue): readonly Extension[] {
  const seen = new Set<string>();
  return childrenOf(value).map((one) => {
    const fields = fieldsOf(one, 'an extension');
    const oid = oidOf(fields.next('identifier'), 'the identifier of an extension');
    const flag = fields.optional(TAG.boolean);
    const extension = {
      oid,
      critical: flag !== null && booleanOf(flag, `the critical flag of the extension ${oid}`),
      value: octetsOf(fields.next('value'), `the value of the extension ${oid}`),
    };
    fields.done();
    if (seen.has(oid)) throw badDer(`the extension ${oid} appears twice`);
    seen.add(oid);
    return extension;
  });
}
