/**
 * PKCS #10 certificate requests (RFC 2986): read, verified, built.
 */
import { RingtoolError } from '../core/errors.ts';
import { LIMITS } from '../core/limits.ts';
import { signatureAlgorithmOf, type SignatureAlgorithm } from './algorithms.ts';
import { extensionsOf, type Extension } from './certificate.ts';
import { TAG, fieldsOf, onlyChild } from '../der/fields.ts';
import { oidOf, smallInteger, wholeBitString } from '../der/primitives.ts';
import { badDer, childrenOf, encodedOf, readDer, type DerValue } from '../der/reader.ts';
import { derContext, derInteger, derOid, derRaw, derSequence, derSet } from '../der/writer.ts';
import { nameOf, type Name } from './name.ts';
import { EXTENSION_REQUEST_OIDS } from './oids.ts';
import { publicKeyAt, type PublicKey } from './public-key.ts';
import { encodeExtensions, encodeSigned } from './signed.ts';
import { verifySigned, type Verdict } from './verify.ts';

/** A request as a plain record. */
export interface CertificateRequest {
  readonly der: Uint8Array;
  /** The signed part. */
  readonly info: Uint8Array;
  readonly subject: Name;
  readonly publicKey: PublicKey;
  /** From the extensionRequest attribute (PKCS #9). */
  readonly extensions: readonly Extension[];
  readonly signatureAlgorithm: SignatureAlgorithm;
  readonly signature: Uint8Array;
}

/** Reads a request; throws x509/bad-request with one line that says why. */
export function parseRequest(der: Uint8Array): CertificateRequest {
  try {
    return requestOf(der);
  } catch (cause) {
    if (!(cause instanceof RingtoolError)) throw cause;
    throw new RingtoolError('x509/bad-request', `the certificate request cannot be read: ${cause.message}`, { cause });
  }
}

function requestOf(der: Uint8Array): CertificateRequest {
  if (der.length > LIMITS.certificate) throw badDer(`it is larger than ${LIMITS.certificate} bytes`);
  const outer = fieldsOf(readDer(der), 'the request');
  const info = outer.take(TAG.sequence, 'signed part');
  const signatureAlgorithm = signatureAlgorithmOf(outer.next('signature algorithm'), 'the signature algorithm');
  const signature = wholeBitString(outer.next('signature'), 'the signature');
  outer.done();

  const fields = fieldsOf(info, 'the signed part');
  const version = smallInteger(fields.next('version'), 'the version');
  if (version !== 0) throw badDer(`PKCS #10 has no version ${version + 1}`);
  const subject = nameOf(fields.next('subject'), "the subject's name");
  const publicKey = publicKeyAt(fields.next('public key'));
  // Attributes are not optional in RFC 2986, but some writers leave the empty set out.
  const attributes = fields.optional(0xa0);
  fields.done();
  const extensions = attributes === null ? [] : requestedExtensions(attributes);
  return { der, info: encodedOf(info), subject, publicKey, extensions, signatureAlgorithm, signature };
}

function requestedExtensions(attributes: DerValue): readonly Extension[] {
  for (const attribute of childrenOf(attributes)) {
    const fields = fieldsOf(attribute, 'an attribute');
    const oid = oidOf(fields.next('type'), 'the type of an attribute');
    const values = fields.take(TAG.set, 'values');
    fields.done();
    if (EXTENSION_REQUEST_OIDS.includes(oid)) return extensionsOf(onlyChild(values, 'the requested extensions'));
  }
  return [];
}

/** Is the request signed by the key it carries? */
export function verifyRequest(request: CertificateRequest): Verdict {
  return verifySigned(request.info, request.signatureAlgorithm, request.signature, request.publicKey.spki);
}

/** What a request says. */
export interface RequestContent {
  readonly subject: Name;
  readonly pkcs8: Uint8Array;
  readonly spki: Uint8Array;
  readonly extensions: readonly Extension[];
  /** Listing name, such as `sha256RSA`. */
  readonly algorithm: string;
}

/** The signed request, DER. */
export function buildRequest({ subject, pkcs8, spki, extensions, algorithm }: RequestContent): Uint8Array {
  const attribute =
    extensions.length === 0
      ? []
      : [derSequence(derOid(EXTENSION_REQUEST_OIDS[0] as string), derSet(encodeExtensions(extensions)))];
  const attributes = derContext(0, true, Buffer.concat(attribute));
  return encodeSigned(derSequence(derInteger(0), derRaw(subject.der), derRaw(spki), attributes), { pkcs8, algorithm });
}
