/**
 * The few fields of a certificate that a store looks things up by, found by their place (RFC 5280 section 4.1).
 *
 * Nothing else is judged here: reading certificates properly is the business of x509.
 */
import { isRingtoolError, RingtoolError } from '../core/errors.ts';
import { type Fields, fieldsOf, TAG } from '../der/fields.ts';
import { integerBytes } from '../der/primitives.ts';
import { encodedOf, readDer } from '../der/reader.ts';
import { timeOf } from '../der/times.ts';

export interface CertificateFields {
  readonly issuer: Uint8Array;
  /** Upper-case hex of the INTEGER's content, even digits. */
  readonly serial: string;
  readonly subject: Uint8Array;
  readonly spki: Uint8Array;
  readonly notAfter: Date;
}

/** The version of a certificate; version 1 leaves it out. */
const VERSION = 0xa0;

/** Throws `x509/bad-certificate` when the outline is not that of a certificate. */
export function certificateFields(der: Uint8Array): CertificateFields {
  try {
    const signed = fieldsOf(readDer(der), 'the certificate');
    return fieldsInOrder(fieldsOf(signed.next('content'), 'the content'));
  } catch (cause) {
    if (!isRingtoolError(cause, 'x509/bad-der')) throw cause;
    throw new RingtoolError('x509/bad-certificate', 'these bytes are not an X.509 certificate', { cause });
  }
}

function fieldsInOrder(content: Fields): CertificateFields {
  content.optional(VERSION);
  const serial = Buffer.from(integerBytes(content.next('serial number'), 'the serial number')).toString('hex');
  content.take(TAG.sequence, 'algorithm');
  const issuer = encodedOf(content.take(TAG.sequence, 'issuer'));
  const validity = fieldsOf(content.next('validity'), 'the validity');
  validity.next('start');
  const notAfter = timeOf(validity.next('end'), 'the end');
  const subject = encodedOf(content.take(TAG.sequence, 'subject'));
  const spki = encodedOf(content.take(TAG.sequence, 'public key'));
  return { issuer, serial: serial.toUpperCase(), subject, spki, notAfter };
}
