/** Writing PKCS #12 packages in strict DER: RFC 7292. */
import { RingtoolError } from '../core/errors.ts';

/**
 * `modern`: PBES2 AES-256-CBC with PBKDF2-HMAC-SHA256 and a classic HMAC-SHA256 MAC.
 * `zos`: PBE-SHA1-3DES and an HMAC-SHA1 MAC, for z/OS before 3.2 and other old readers.
 */
export type Pkcs12Profile = 'modern' | 'zos';

export interface Pkcs12Input {
  /** DER, the leaf first, then its issuers. */
  readonly certificates: readonly Uint8Array[];
  /** The leaf's private key, or null for a package of certificates only. */
  readonly pkcs8: Uint8Array | null;
  readonly password: string;
  /** Becomes the friendlyName of leaf and key: the RACF label. */
  readonly friendlyName: string;
  readonly profile: Pkcs12Profile;
  /** Default: 10,000 for `modern`, 2,048 for `zos`. */
  readonly iterations?: number;
  /** Source of salts and vectors; default the system's secure random. */
  readonly random?: (length: number) => Uint8Array;
}

/** The package, DER. */
export async function writePkcs12(_input: Pkcs12Input): Promise<Uint8Array> {
  throw new RingtoolError('pkcs12/bad', 'not built yet');
}
