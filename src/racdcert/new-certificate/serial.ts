/**
 * Serial numbers: RACF counts per signing key (CERTLSER), and a first self-signed certificate has zero.
 *
 * RACF Macros and Interfaces, GRCERT_LAST_SERIAL; Callable Services, R_datalib function IncSerialNum.
 */
import type { CertificateEntry } from '../../core/entities.ts';

/** Of a certificate that RACF signs with the certificate's own new key. */
export const SELF_SIGNED_SERIAL = 0n;

/** The number the next certificate signed with this key gets: 1, 2, 3, ... */
export function nextSerial(signer: Pick<CertificateEntry, 'lastSerial'>): bigint {
  return BigInt(signer.lastSerial) + 1n;
}

/** As listings and profile names show it: the content of the INTEGER in hexadecimal. */
export function serialText(serial: bigint): string {
  const digits = serial.toString(16).toUpperCase();
  const even = digits.length % 2 === 0 ? digits : `0${digits}`;
  // The INTEGER gets an octet of zeros where its first bit would say "negative".
  return Number.parseInt(even.slice(0, 2), 16) >= 0x80 ? `00${even}` : even;
}
