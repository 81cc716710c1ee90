/** What a finding needs of the certificate that takes the old one's place; several needs make one certificate. */
import type { Profile } from '../../findings/profile.ts';
import type { PublicKey } from '../../x509/public-key.ts';

/** How to ask for the new key, in each language. */
export interface KeyWish {
  readonly racdcert: string;
  readonly openssl: string;
}

export const RSA_2048: KeyWish = {
  racdcert: 'RSA SIZE(2048)',
  openssl: '-algorithm RSA -pkeyopt rsa_keygen_bits:2048',
};

export const P_256: KeyWish = {
  racdcert: 'NISTECC SIZE(256)',
  openssl: '-algorithm EC -pkeyopt ec_paramgen_curve:P-256',
};

/** An empty need is for any new certificate: RACDCERT's defaults and the next signature are enough. */
export interface Need {
  readonly key?: KeyWish;
  /** A later end of validity. */
  readonly end?: boolean;
  /** A key usage for handshakes. */
  readonly handshake?: boolean;
  /** The marks of a CA: basicConstraints, and a key usage that lets it sign certificates. */
  readonly authority?: boolean;
  /** A host name in subjectAltName. */
  readonly host?: boolean;
  /** The signature of a CA in the place of its own. */
  readonly signedByCa?: boolean;
  /** What a person should think of before the first command. */
  readonly before?: string;
}

/** One need for all of them; of two keys wished for the first is made. */
export function together(needs: readonly Need[]): Need {
  // Later ones are written over by earlier ones, so the first wish for a key stays.
  return Object.assign({}, ...needs.toReversed());
}

/**
 * Null when a key of this kind can stay: TLS 1.3 takes it, or nothing is known against it. Else the key to make.
 * It says what the rules on keys say, so that no other mend builds on a key that theirs destroys.
 */
export function keyInstead({ kind, size, curve }: PublicKey, profile: Profile): KeyWish | null {
  switch (kind) {
    case 'RSA':
    case 'RSA-PSS':
      return size === 0 || (size >= profile.rsaBits.min && size <= profile.rsaBits.max) ? null : RSA_2048;
    case 'NIST ECC':
    case 'Brainpool ECC':
    case 'OTHER EC':
      return curve === null || profile.curves.includes(curve) ? null : P_256;
    case 'DSA':
    case 'Ed25519':
    case 'Ed448':
      return P_256;
    default:
      return null;
  }
}
