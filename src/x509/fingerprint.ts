/** Fingerprints of certificates: a digest over the whole DER (RACDCERT LIST, "Certificate Fingerprint"). */
import { createHash } from 'node:crypto';
import { sha256Hex } from '../core/sha256.ts';

/** Upper-case hexadecimal without separators. */
export function fingerprint(der: Uint8Array, digest: 'sha256' | 'sha1'): string {
  return createHash(digest).update(der).digest('hex').toUpperCase();
}

/** The SHA-256 fingerprint for a command that shows a few: loading `node:crypto` would take longer than this. */
export function fingerprintOfFew(der: Uint8Array): string {
  return sha256Hex(der).toUpperCase();
}

/** `AB:CD:...`, as listings show it. */
export function withColons(hex: string): string {
  return hex.replace(/..(?=.)/g, '$&:');
}
