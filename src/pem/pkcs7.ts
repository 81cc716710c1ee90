/** PKCS #7 packages of certificates: degenerate SignedData, RFC 2315 9 and RFC 5652 5. */
import { RingtoolError } from '../core/errors.ts';

/** The certificates of a package (binary or PEM), in file order; throws `pkcs7/bad`. */
export async function readPkcs7(_bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  throw new RingtoolError('pkcs7/bad', 'not built yet');
}

/** A package of these certificates, strict DER, no signer and no CRL. */
export async function writePkcs7(_ders: readonly Uint8Array[]): Promise<Uint8Array> {
  throw new RingtoolError('pkcs7/bad', 'not built yet');
}
