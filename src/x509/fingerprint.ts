/** Fingerprints of certificates: a digest over the whole DER (RACDCERT LIST, "Certificate Fingerprint"). */
import { createHash } from 'node:crypto';

/** Upper-case hexadecimal without separators. */
export function fingerprint(der: Uint8Array, digest: 'sha256' | 'sha1'): string {
  return createHash(digest).update(der).digest('hex').toUpperCase();
}

/** `AB:CD:...`, as listings show it. */
export function withColons(hex: string): string {
  return hex.replace(/..(?=.)/g, '$&:');
}
