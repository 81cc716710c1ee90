/** Reading PKCS #12 packages: RFC 7292, liberal in what it takes and bounded in what it does. */
import { RingtoolError } from '../core/errors.ts';

export interface Pkcs12Certificate {
  readonly der: Uint8Array;
  readonly friendlyName: string | null;
  readonly localKeyId: Uint8Array | null;
}

export interface Pkcs12Key {
  /** PKCS #8 PrivateKeyInfo, unencrypted. */
  readonly pkcs8: Uint8Array;
  readonly friendlyName: string | null;
  readonly localKeyId: Uint8Array | null;
}

export interface Pkcs12Contents {
  /** In file order. */
  readonly certificates: readonly Pkcs12Certificate[];
  readonly keys: readonly Pkcs12Key[];
  /** Each algorithm found, once, such as `PBES2 AES-256-CBC, PBKDF2 HMAC-SHA256, 2048 iterations`. */
  readonly encryption: readonly string[];
  /** Such as `HMAC-SHA256, 2048 iterations`; null for a file without one. */
  readonly mac: string | null;
  /** Bags that were passed over (CRLs, secrets). */
  readonly ignored: readonly string[];
}

/**
 * Opens a package (DER or BER; armour is taken off by `recognise`).
 *
 * Throws `pkcs12/bad`, `pkcs12/password`, `pkcs12/unsupported-algorithm` or `pkcs12/too-many-iterations`.
 */
export async function readPkcs12(_bytes: Uint8Array, _password: string): Promise<Pkcs12Contents> {
  throw new RingtoolError('pkcs12/bad', 'not built yet');
}

/** The certificate that belongs to a key of the package, with that key; null when no key has one. */
export function leafOf(_contents: Pkcs12Contents): { readonly certificate: Pkcs12Certificate; readonly key: Pkcs12Key } | null {
  throw new RingtoolError('pkcs12/bad', 'not built yet');
}
