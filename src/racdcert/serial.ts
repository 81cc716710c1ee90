/**
 * Serial numbers: RACF counts per signing key (CERTLSER), and a first self-signed certificate has zero.
 *
 * RACF Macros and Interfaces, GRCERT_LAST_SERIAL; Callable Services, R_datalib function IncSerialNum.
 */
import type { CertificateEntry } from '../core/entities.ts';

/** Of a certificate that RACF signs with the certificate's own new key. */
export const SELF_SIGNED_SERIAL = 0n;

/** The number the next certificate signed with this key gets: 1, 2, 3, ... */
export function nextSerial(signer: Pick<CertificateEntry, 'lastSerial'>): bigint {
  return BigInt(signer.lastSerial) + 1n;
}
