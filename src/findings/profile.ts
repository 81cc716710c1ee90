/**
 * Profiles: the demands that rules measure against, as data.
 *
 * `tls13` is what a TLS 1.3 handshake with z/OS System SSL needs: RSA of at least 2048 bits, the NIST curves
 * P-256, P-384 and P-521, SHA-256 or better.
 */
import { RingtoolError } from '../core/errors.ts';

export interface Profile {
  readonly id: string;
  readonly title: string;
  /** Smallest and largest RSA modulus, in bits. */
  readonly rsaBits: { readonly min: number; readonly max: number };
  /** Named curves (OpenSSL's names) an EC key may be on. */
  readonly curves: readonly string[];
  /** Digests a certificate may be signed with. */
  readonly digests: readonly string[];
}

export const PROFILES: readonly Profile[] = [
  {
    id: 'tls13',
    title: 'TLS 1.3 with z/OS System SSL',
    rsaBits: { min: 2048, max: 4096 },
    curves: ['prime256v1', 'secp384r1', 'secp521r1'],
    digests: ['sha256', 'sha384', 'sha512'],
  },
];

/** The profile of that name; throws `findings/unknown-profile`. */
export function profileNamed(id: string): Profile {
  const found = PROFILES.find((profile) => profile.id === id);
  if (found) return found;
  throw new RingtoolError('findings/unknown-profile', `there is no profile ${JSON.stringify(id)}`, {
    hint: `profiles: ${PROFILES.map((profile) => profile.id).join(', ')}`,
  });
}
