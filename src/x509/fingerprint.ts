/** Fingerprints of certificates: a digest over the whole DER (RACDCERT LIST, "Certificate Fingerprint"). */
import { createHash } from 'node:crypto';
import { sha256Hex } from '../core/sha256.ts';

/** What was hashed by hand so far, in bytes: from here on, loading `node:crypto` pays. */
const BY_HAND = 16_384;
let hashed = 0;

/** Upper-case hexadecimal without separators. */
export function fingerprint(der: Uint8Array, digest: 'sha256' | 'sha1'): string {
  hashed += der.length;
  if (digest === 'sha256' && hashed <= BY_HAND) return sha256Hex(der).toUpperCase();
  return createHash(digest).update(der).digest('hex').toUpperCase();
}

/** `AB:CD:...`, as listings show it. */
export function withColons(hex: string): string {
  return hex.replace(/..(?=.)/g, '$&:');
}
